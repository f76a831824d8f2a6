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

    /// <summary>Started by a module beside the host, and nothing but an entry into that module.</summary>
    Worker,

    /// <summary>A package for authors of agents, on the SDK.</summary>
    Authoring,

    /// <summary>Loaded by compilers, so it brings nothing along.</summary>
    Analyzer,

    /// <summary>A package of the REST API, for programs that are not the host.</summary>
    Client,

    /// <summary>A program for people, on the client package.</summary>
    Tool,

    Test,
    Build,
}
