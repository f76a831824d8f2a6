namespace Monolith.Cli.Running;

/// <summary>What was typed, or a file that it names, is wrong.</summary>
internal sealed class BadInputException(string message) : Exception(message);
