namespace Monolith.Agents.Tests.Support;

/// <summary>For tests that look at the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
