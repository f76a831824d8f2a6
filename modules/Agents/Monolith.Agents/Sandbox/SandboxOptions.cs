using System.ComponentModel.DataAnnotations;
using Monolith.Agents.Sandbox.Containers;

namespace Monolith.Agents.Sandbox;

/// <summary>Section <c>Sandbox</c>: what the programs of agents are kept from.</summary>
public sealed class SandboxOptions
{
    /// <summary>Bubblewrap; Container for an image's tools instead of this machine's; or None where something around the host confines it already.</summary>
    public SandboxMode Mode { get; set; } = SandboxMode.Bubblewrap;

    /// <summary>The agents whose programs run without a sandbox, if their manifest says that they must.</summary>
    public List<string> Unconfined { get; } = [];

    /// <summary>Absolute paths that no program sees, besides the host's data, settings and home folder; <c>~/</c> for the home folder.</summary>
    public List<string> Hidden { get; } = [];

    /// <summary>Absolute paths that every program may read though they are hidden, such as tools in the home folder.</summary>
    public List<string> Readable { get; } = [];

    /// <summary>Absolute paths that every program may write to, such as the caches of package managers.</summary>
    public List<string> Writable { get; } = [];

    /// <summary>How much a program may write to its own /tmp, which is memory. MiB.</summary>
    [Range(1, 1 << 20)]
    public int TemporaryMiB { get; set; } = 2048;

    /// <summary>How much private memory a process may have, or a container in all. MiB; 0 for as much as there is.</summary>
    [Range(0, 1 << 24)]
    public int MemoryMiB { get; set; }

    /// <summary>How large a file may become. MiB.</summary>
    [Range(1, 1 << 24)]
    public int FileMiB { get; set; } = 16_384;

    /// <summary>Of the mode Container.</summary>
    public ContainerOptions Container { get; } = new();
}

/// <summary>How programs are confined.</summary>
public enum SandboxMode
{
    /// <summary>By bubblewrap: the system read-only, the workspace writable, processes and network of their own.</summary>
    Bubblewrap,

    /// <summary>By podman or docker, in a container of an image.</summary>
    Container,

    /// <summary>Not at all.</summary>
    None,
}
