using System.Net;

namespace Monolith.Plugins.Http.Calls;

/// <summary>The machine's proxy, but never for the machine itself.</summary>
internal sealed class OutsideProxy : IWebProxy
{
    public ICredentials? Credentials { get; set; }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : HttpClient.DefaultProxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || HttpClient.DefaultProxy.IsBypassed(host);
}
