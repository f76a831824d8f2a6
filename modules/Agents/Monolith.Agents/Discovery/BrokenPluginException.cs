namespace Monolith.Agents.Discovery;

/// <summary>A plugin cannot serve; the message tells its author why and what to do.</summary>
internal sealed class BrokenPluginException(string message, bool incompatible = false) : Exception(message)
{
    public bool IsIncompatible { get; } = incompatible;
}
