namespace Monolith.Pipelines.Journal.Items;

/// <summary>What is kept with a dead letter of a stage.</summary>
/// <param name="Code">Why the last attempt failed.</param>
/// <param name="Message">Likewise, for people.</param>
/// <param name="Attempts">The number of the last attempt.</param>
/// <param name="Agent">Who did it; null when it was no agent.</param>
/// <param name="Action">What was asked of the agent.</param>
/// <param name="Pipeline">The run's pipeline.</param>
internal sealed record DeadLetterData(string Code, string Message, int Attempts, string? Agent, string? Action, string Pipeline);
