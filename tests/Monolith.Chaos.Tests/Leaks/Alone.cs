namespace Monolith.Chaos.Tests.Leaks;

/// <summary>What the process holds says nothing while other tests run in it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
