using Monolith.Agents.Network;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Network;

/// <summary>A call that an agent makes from within the host, redirects followed.</summary>
internal static class NetworkCall
{
    public static async Task<string> GetAsync(AgentNetwork network, string url, int? ownPort = null)
    {
        var answered = new TaskCompletionSource<string>();
        using var agents = new StubAgents(
            async (context, token) =>
            {
                var handler = context.CreateHttpHandler(ownPort);
                handler.AllowAutoRedirect = true;
                using var client = new HttpClient(handler);
                await client.GetStringAsync(url, token).ContinueWith(answered.SetFromTask, token, TaskContinuationOptions.None, TaskScheduler.Default);
                return AgentResult.Success();
            },
            network: network);
        using var call = new Call();
        await agents.Invoker.InvokeAsync(call.Of("stub", "do"), CancellationToken.None);
        return await answered.Task;
    }

    public static async Task<AddressRefusedException> RefusedAsync(AgentNetwork network, string url, int? ownPort = null) =>
        Assert.IsType<AddressRefusedException>((await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(network, url, ownPort))).InnerException);
}
