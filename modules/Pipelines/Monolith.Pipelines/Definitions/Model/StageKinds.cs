using System.Text.Json;

namespace Monolith.Pipelines.Definitions.Model;

/// <summary>Who does a stage.</summary>
internal enum StageKind
{
    /// <summary>An agent.</summary>
    Agent,

    /// <summary>Nobody: it waits for a signal or a time.</summary>
    Wait,

    /// <summary>A run of another pipeline.</summary>
    Pipeline,

    /// <summary>Nobody: it stands for all members of a matrix and ends with the last of them.</summary>
    Join,
}

/// <summary>What a stage waits for; one of the two is given.</summary>
/// <param name="Signal">The name of a signal from outside.</param>
/// <param name="For">A time.</param>
internal sealed record WaitDefinition(string? Signal, TimeSpan? For);

/// <summary>A stage that runs another pipeline.</summary>
/// <param name="Name">A stored pipeline.</param>
/// <param name="Version">Null for the newest when the stage begins.</param>
/// <param name="Inputs">A JSON object; texts may hold expressions.</param>
internal sealed record ChildDefinition(string Name, int? Version, JsonElement Inputs);

/// <summary>One stage for many parameter sets.</summary>
/// <param name="Sets">Each is an object that <c>matrix.name</c> in an expression reads from.</param>
/// <param name="MaxParallel">How many are done at once; null for all.</param>
internal sealed record MatrixDefinition(IReadOnlyList<JsonElement> Sets, int? MaxParallel);
