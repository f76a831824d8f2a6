namespace Monolith.Agents.Contracts;

/// <summary>Who has a version of a plugin.</summary>
public enum VersionPlace
{
    /// <summary>This host.</summary>
    Here,

    /// <summary>Another host has it, or had it until a while ago; this one has not.</summary>
    Elsewhere,

    /// <summary>Nobody.</summary>
    Nowhere,
}
