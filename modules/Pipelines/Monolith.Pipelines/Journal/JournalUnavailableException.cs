namespace Monolith.Pipelines.Journal;

/// <summary>The database could not be asked. What was under way may or may not have been committed.</summary>
internal sealed class JournalUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
