namespace Monolith.Architecture.Tests.References;

/// <summary>Libraries that are kept behind few walls, so that each can be replaced, and who holds them.</summary>
internal static class PackageOwners
{
    private static readonly Dictionary<string, string[]> Owners = new(StringComparer.Ordinal)
    {
        ["McMaster.NETCore.Plugins"] = ["Monolith.Agents"],
        ["Hangfire"] = ["Monolith.Scheduling"],
        ["prometheus-net"] = ["Monolith.Operations"],
        ["Prometheus"] = ["Monolith.Operations"],
        ["OpenTelemetry"] = ["Monolith.Operations"],
        ["StackExchange.Redis"] = ["Monolith.Live", "Monolith.Operations", "Monolith.Access"],
        ["Marten"] = ["Monolith.Storage", "Monolith.Pipelines", "Monolith.Models", "Monolith.Access", "Monolith.Features", "Monolith.Secrets", "Monolith.Triggers", "Monolith.Agents"],
        ["Weasel"] = ["Monolith.Storage", "Monolith.Pipelines", "Monolith.Models", "Monolith.Access", "Monolith.Features", "Monolith.Secrets", "Monolith.Triggers", "Monolith.Agents"],
        ["JasperFx"] = ["Monolith.Storage", "Monolith.Pipelines", "Monolith.Models", "Monolith.Access", "Monolith.Features", "Monolith.Secrets", "Monolith.Triggers", "Monolith.Agents"],
        ["CloudNative.CloudEvents"] = ["Monolith.Triggers"],
        ["Polly"] = ["Monolith.Resilience", "Monolith.Storage"],
        ["YamlDotNet"] = ["Monolith.Pipelines", "Monolith.Plugins.E2e"],
        ["NJsonSchema"] = ["Monolith.Pipelines", "Monolith.Models"],
        ["System.CommandLine"] = ["Monolith.Cli"],
        ["ModelContextProtocol"] = ["Monolith.Mcp"],
        ["Markdig"] = ["Monolith.Pipelines"],
        ["MailKit"] = ["Monolith.Triggers"],
        ["Microsoft.Playwright"] = ["Monolith.Plugins.E2e", "Monolith.Dashboard.Tests", "Monolith.Benchmarks"],
        ["MimeKit"] = ["Monolith.Triggers"],
        ["Anthropic"] = ["Monolith.Models"],
        ["OpenAI"] = ["Monolith.Models"],
        ["OllamaSharp"] = ["Monolith.Models"],
        ["Microsoft.AspNetCore.Authentication.JwtBearer"] = ["Monolith.Access"],
        ["Microsoft.AspNetCore.Authentication.OpenIdConnect"] = ["Monolith.Access"],
        ["Microsoft.IdentityModel"] = ["Monolith.Access"],
        ["Microsoft.FeatureManagement"] = ["Monolith.Features"],
        ["Microsoft.Extensions.AI"] = ["Monolith.Models", "Monolith.Agents.Extensions.AI"],
        ["Microsoft.CodeAnalysis"] = ["Monolith.Agents.Analyzers"],
        ["Microsoft.Extensions.TimeProvider.Testing"] = ["Monolith.Agents.Testing"],
    };

    /// <param name="library">A package or an assembly; those of one family share the first part of the name.</param>
    public static bool Allow(string project, string library) =>
        !Owners.Any(owner => IsOf(owner.Key, library) && !owner.Value.Contains(project));

    private static bool IsOf(string family, string library) =>
        library == family || library.StartsWith(family + ".", StringComparison.Ordinal);
}
