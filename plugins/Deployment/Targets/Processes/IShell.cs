namespace Monolith.Plugins.Deployment.Targets.Processes;

/// <summary>Runs lines for <c>sh</c>, here or on another machine.</summary>
internal interface IShell
{
    /// <summary>The host name or address at which its machine is reached.</summary>
    string Host { get; }

    /// <param name="script">Comes on standard input, so that what it holds is in no list of processes.</param>
    Task<ProgramResult> RunAsync(string script, CancellationToken cancellationToken);

    /// <summary>Copies a folder of this machine to a place of that one, wholly or not at all; one that is there is left as it is.</summary>
    Task CopyAsync(string folder, string to, CancellationToken cancellationToken);
}
