namespace Monolith.Architecture.Tests.Model;

/// <summary>What a project is, told by its folder and its name.</summary>
public enum ProjectKind
{
    Kernel,
    Sdk,
    Contracts,
    Implementation,
    Host,
    Plugin,

    /// <summary>Started by a module beside the host, and seen by that module alone.</summary>
    Program,

    Test,
    Build,
}
