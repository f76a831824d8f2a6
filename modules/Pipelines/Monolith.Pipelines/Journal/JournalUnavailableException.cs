namespace Monolith.Pipelines.Journal;

/// <summary>The database could not be asked. What was under way may or may not have been committed.</summary>
internal sealed class JournalUnavailableException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>The database will never take this append: it holds a value that cannot be stored, such as 1e999999.</summary>
internal sealed class JournalRefusedException(string message, Exception cause) : Exception(message, cause);
