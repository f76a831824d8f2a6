using System.ComponentModel;
using System.Diagnostics;

namespace Monolith.Agents.Sandbox.Containers;

/// <summary>What a program reaches.</summary>
/// <param name="Argument">Of the engine.</param>
/// <param name="Holder">The container whose network it is; null when it is the program's own or the machine's.</param>
/// <param name="Bridge">The process that listens in it; it ends with its standard input, and so with the host.</param>
internal sealed record ContainerNetwork(string Argument, string? Holder = null, Process? Bridge = null) : IDisposable
{
    /// <summary>By which programs find the proxy.</summary>
    public IEnumerable<KeyValuePair<string, string>> Variables { get; init; } = [];

    public void Dispose()
    {
        try
        {
            Bridge?.Kill(entireProcessTree: true);
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It is gone.
        }

        Bridge?.Dispose();
    }
}
