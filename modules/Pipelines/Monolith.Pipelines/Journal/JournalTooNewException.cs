namespace Monolith.Pipelines.Journal;

/// <summary>
/// A newer version wrote what this one does not understand, as happens while hosts are being replaced one by one. The run is
/// left to the newer ones: to go on with half of its meaning would be worse.
/// </summary>
internal sealed class JournalTooNewException(string what)
    : Exception($"{what} It was written by a newer version of the host; ask one of that version, or finish the upgrade of this one.");
