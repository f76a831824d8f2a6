namespace Monolith.Pipelines.Journal;

/// <summary>The database schema that holds Marten's tables and ours.</summary>
internal sealed record JournalSchema(string Name);
