namespace Monolith.Plugins.Deployment.State;

/// <summary>The journal of a target that this stage alone changes. What it says is on disk before it is done.</summary>
internal sealed class JournalStore(TargetFolder folder, Journal journal)
{
    public Journal Current { get; private set; } = journal;

    public void Write(Journal next)
    {
        folder.Write(next);
        Current = next;
    }
}
