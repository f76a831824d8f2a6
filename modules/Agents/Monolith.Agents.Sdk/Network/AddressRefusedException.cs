namespace Monolith.Agents.Sdk;

/// <summary>The host does not let definitions lead it to an address. Trying again does not help.</summary>
/// <param name="message">For people: the host's name, why, and the setting that allows it.</param>
public sealed class AddressRefusedException(string message) : Exception(message);
