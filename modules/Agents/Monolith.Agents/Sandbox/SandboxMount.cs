namespace Monolith.Agents.Sandbox;

/// <summary>What stands at a path inside a sandbox.</summary>
/// <param name="How">What is there.</param>
/// <param name="Path">Full path, the same on both sides, without a slash at its end.</param>
internal sealed record SandboxMount(MountKind How, string Path);

internal enum MountKind
{
    /// <summary>What is there outside, to read; nothing where there is nothing.</summary>
    Readable,

    /// <summary>What is there outside, to read and to write; nothing where there is nothing.</summary>
    Writable,

    /// <summary>An empty folder to write to, of the program's own.</summary>
    Empty,

    /// <summary>As <see cref="Empty"/>, no larger than <c>Sandbox:TemporaryMiB</c>.</summary>
    Temporary,

    /// <summary>Nothing instead of the folder or file that would be seen there otherwise.</summary>
    Hidden,
}
