namespace Monolith.Pipelines.Journal;

/// <summary>The database could not be asked. What was under way may or may not have been committed.</summary>
internal sealed class JournalUnavailableException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>The database will never take this append: it holds a value that cannot be stored, such as 1e999999.</summary>
internal sealed class JournalRefusedException(string message, Exception cause) : Exception(message, cause);

/// <summary>
/// A newer version wrote what this one does not understand, as happens while hosts are being replaced one by one. The run is
/// left to the newer ones: to go on with half of its meaning would be worse.
/// </summary>
internal sealed class JournalTooNewException(string what)
    : Exception($"{what} It was written by a newer version of the host; ask one of that version, or finish the upgrade of this one.");
