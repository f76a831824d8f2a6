namespace Monolith.Agents.Contracts;

/// <summary>What became of a plugin.</summary>
public enum AgentStatus
{
    /// <summary>It serves stages.</summary>
    Loaded,

    /// <summary>Its folder, manifest, assembly, a dependency or a constructor is broken.</summary>
    Failed,

    /// <summary>An agent of the same name was loaded before it.</summary>
    Duplicate,

    /// <summary>It was built against a version of the SDK that this host does not serve.</summary>
    Incompatible,

    /// <summary>No publisher whom this host knows vouches for it. None of its code was loaded.</summary>
    Untrusted,

    /// <summary>Its signature is not one of its files as they are. None of its code was loaded.</summary>
    Tampered,

    /// <summary>It serves no new run; those that were started with it go on with it.</summary>
    Retired,
}
