namespace Monolith.Agents.Sdk;

/// <summary>The secrets a stage declares.</summary>
public interface IAgentSecrets
{
    /// <param name="name">The secret's name in the definition.</param>
    /// <returns>The value, or null when the stage does not declare it or no store holds it.</returns>
    string? Find(string name);
}
