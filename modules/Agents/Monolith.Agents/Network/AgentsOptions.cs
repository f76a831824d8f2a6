namespace Monolith.Agents.Network;

/// <summary>Section <c>Agents</c>: where calls go that agents make themselves, to addresses that a definition names. Their programs are the sandbox's.</summary>
public sealed class AgentsOptions
{
    /// <summary>
    /// Whether to private and loopback addresses too. Unless set: with no environment named and in Development, yes; elsewhere, no. Never to where
    /// clouds answer with a machine's credentials.
    /// </summary>
    public bool? AllowPrivateNetworks { get; set; }

    /// <summary>Private addresses that are allowed in any case: a network such as 10.1.0.0/16, an address, or the name of a host.</summary>
    public List<string> AllowedNetworks { get; } = [];
}
