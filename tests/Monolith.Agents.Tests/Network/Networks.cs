using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Monolith.Agents.Network;

namespace Monolith.Agents.Tests.Network;

internal static class Networks
{
    public static AgentNetwork Local { get; } = In("Local");

    public static AgentNetwork In(string environment, bool? allowsPrivate = null, params string[] allowed)
    {
        var options = new AgentsOptions { AllowPrivateNetworks = allowsPrivate };
        options.AllowedNetworks.AddRange(allowed);
        return new AgentNetwork(Options.Create(options), new Named { EnvironmentName = environment });
    }

    private sealed class Named : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
