namespace Monolith.Pipelines.Decisions.Policy;

/// <summary>Section <c>Decisions</c>.</summary>
public sealed class PolicyOptions
{
    /// <summary>A YAML file; the policy that comes with the host when absent. Changes are taken up while the host runs.</summary>
    public string? PolicyFile { get; set; }
}
