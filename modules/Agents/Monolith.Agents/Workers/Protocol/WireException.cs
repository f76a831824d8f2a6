namespace Monolith.Agents.Workers.Protocol;

/// <summary>The peer said something that the protocol does not know, or did not keep its limits.</summary>
/// <param name="message">Reads on from "it": <c>sent a line of more than 16 MiB</c>.</param>
internal sealed class WireException(string message) : Exception(message);
