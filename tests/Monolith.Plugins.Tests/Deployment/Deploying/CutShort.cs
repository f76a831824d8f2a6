using Monolith.Plugins.Deployment;

namespace Monolith.Plugins.Tests.Deployment.Deploying;

/// <summary>Ends a deployment in the middle, as the end of its host does.</summary>
internal static class CutShort
{
    public static async Task CutShortAsync(this TestContext context, string seen)
    {
        using var cut = new CancellationTokenSource();
        var deployment = new DeploymentAgent().ExecuteAsync(context, cut.Token);
        await context.Lines.SawAsync(seen);
        await cut.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => deployment);
    }
}
