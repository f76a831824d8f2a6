namespace Monolith.Client.Watching;

/// <summary>To whom a run is told as it goes.</summary>
internal interface IRunProgress
{
    void Begin(RunResponse run);

    void Tell(RunEvent change);

    /// <summary>Only a person can go on with a stage.</summary>
    void Waits(IEnumerable<string> lines);

    void End(RunResponse run);

    /// <summary>It is told no further, and not over.</summary>
    void Stopped(string next);
}
