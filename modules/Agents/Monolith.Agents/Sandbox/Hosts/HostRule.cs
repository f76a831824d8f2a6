using System.Globalization;
using System.Net;

namespace Monolith.Agents.Sandbox.Hosts;

/// <summary>A host of a manifest: <c>name</c>, <c>*.name</c>, either with a port.</summary>
internal sealed record HostRule(string Name, int? Port)
{
    private const string Below = "*.";

    public static HostRule Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? new HostRule(Plain(text[..colon]), port)
            : new HostRule(Plain(text), Port: null);
    }

    public bool Allows(string host, int port)
    {
        var name = Plain(host);
        var isName = Name.StartsWith(Below, StringComparison.Ordinal) ? name.EndsWith(Name[1..], StringComparison.Ordinal) && name.Length > Name.Length - 1 : name == Name;
        return isName && (Port is { } one ? port == one : port is 80 or 443);
    }

    /// <summary>Whether it names the address itself, and not a name that may lead anywhere.</summary>
    public bool IsAddress => IPAddress.TryParse(Name, out _) || Name == "localhost";

    private static string Plain(string host) => host.Trim('[', ']').TrimEnd('.').ToLowerInvariant();
}
