using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monolith.Plugins.Deployment.Gateways;

/// <summary>Gives orders to a target's gateway.</summary>
internal sealed class GatewayClient(string socket) : IDisposable
{
    private readonly HttpClient client = SocketClient.Make(socket, TimeSpan.FromSeconds(10));

    /// <returns>Null when no gateway runs.</returns>
    public async Task<GatewayStatus?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return GatewayStatus.Parse(await client.GetStringAsync(new Uri("/status", UriKind.Relative), cancellationToken));
        }
        catch (HttpRequestException fault) when (fault.InnerException is SocketException)
        {
            return null;
        }
    }

    /// <exception cref="DeploymentException">There is none.</exception>
    public async Task<GatewayStatus> StatusAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken)
        ?? throw new DeploymentException(AgentResult.Failure(AgentErrorCodes.NetworkError, "The target's gateway does not answer any more.", retryable: true));

    /// <returns>False when its guard had taken the traffic back before.</returns>
    public async Task<bool> RouteAsync(RouteOrder order, CancellationToken cancellationToken)
    {
        using var content = new StringContent(order.ToJson(), Encoding.UTF8, "application/json");
        using var reply = await client.PutAsync(new Uri("/routes", UriKind.Relative), content, cancellationToken);
        if (reply.StatusCode == HttpStatusCode.Conflict)
        {
            return false;
        }

        reply.EnsureSuccessStatusCode();
        return true;
    }

    public async Task ShutDownAsync(CancellationToken cancellationToken)
    {
        using var reply = await client.PostAsync(new Uri("/shutdown", UriKind.Relative), content: null, cancellationToken);
    }

    public void Dispose() => client.Dispose();
}
