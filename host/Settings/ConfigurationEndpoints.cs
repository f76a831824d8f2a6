using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Access.Contracts;
using Monolith.Kernel;

namespace Monolith.Host.Settings;

internal static class ConfigurationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/configuration").WithTags("Configuration");
        group.MapGet("", Get)
            .WithName("GetConfiguration")
            .WithSummary("The settings this host goes by and where each comes from; secrets are hidden")
            .RequireRole(AccessRole.Admin);
        group.MapGet("schema", Schema)
            .WithName("GetConfigurationSchema")
            .WithSummary("The JSON Schema of appsettings.json")
            .RequireRole(AccessRole.Viewer);
    }

    private static Ok<ConfigurationResponse> Get(IEnumerable<SettingsSection> sections, IConfiguration configuration) =>
        TypedResults.Ok(new ConfigurationResponse(EffectiveSettings.Of(SettingsCatalog.Of(sections), (IConfigurationRoot)configuration)));

    private static Ok<JsonObject> Schema(IEnumerable<SettingsSection> sections) =>
        TypedResults.Ok(SettingsSchema.Of(SettingsCatalog.Of(sections)));
}
