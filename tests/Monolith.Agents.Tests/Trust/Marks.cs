namespace Monolith.Agents.Tests.Trust;

/// <summary>What ran of the fixture <c>Marking</c> in this process.</summary>
internal static class Marks
{
    private const string Name = "Monolith.PluginFixtures.Marking";

    public static string? Left => AppContext.GetData(Name) as string;

    public static void Wipe() => AppContext.SetData(Name, null);
}

/// <summary>Those who look at marks take turns.</summary>
[CollectionDefinition(Name)]
public sealed class MarksCollection
{
    public const string Name = "Marks";
}
