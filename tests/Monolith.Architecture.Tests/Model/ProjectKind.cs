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
    Test,
    Build,
}
