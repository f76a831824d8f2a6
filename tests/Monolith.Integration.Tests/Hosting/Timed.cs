namespace Monolith.Integration.Tests.Hosting;

/// <summary>Tests that hold the host to a time of about a second: they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Timed
{
    public const string Name = "timed";
}
