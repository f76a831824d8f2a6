using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Monolith.Agents.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Catalog.Swapping;

internal static class SwapHost
{
    /// <summary>Its clock stands still, so that it looks at its folders when the test does only.</summary>
    public static async Task<AgentHost> EmptyAsync()
    {
        var host = New();
        await host.StartAsync();
        return host;
    }

    public static async Task<AgentHost> WithGoodAsync(Action<IServiceCollection>? more = null)
    {
        var host = New();
        more?.Invoke(host.Services);
        PluginFixture.Copy("Good", host.Dropped);
        await host.StartAsync();
        return host;
    }

    private static AgentHost New()
    {
        var host = new AgentHost();
        host.Services.AddSingleton<TimeProvider>(new FakeTimeProvider());
        return host;
    }

    /// <summary>Makes another version of <c>Good</c> of what is there, and waits until it serves.</summary>
    public static async Task ChangeAsync(AgentHost host)
    {
        await File.WriteAllTextAsync(Path.Combine(host.Dropped, "Good", "version.txt"), Guid.NewGuid().ToString());
        await host.LookTwiceAsync();
    }
}
