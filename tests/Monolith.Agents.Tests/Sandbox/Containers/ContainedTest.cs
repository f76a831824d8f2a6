using Monolith.Agents.Sandbox;

namespace Monolith.Agents.Tests.Sandbox.Containers;

/// <summary>A call whose programs run in containers, beside a data folder of the host.</summary>
[Collection(ContainedCollection.Name)]
public abstract class ContainedTest(TestImage image) : ConfinedTest
{
    private protected TestImage Image => image;

    private protected override SandboxOptions Options => image.Options;
}

/// <summary>The image is built once.</summary>
[CollectionDefinition(Name)]
public sealed class ContainedCollection : ICollectionFixture<TestImage>
{
    public const string Name = "containers";
}
