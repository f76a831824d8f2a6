namespace Monolith.Pipelines.Definitions.Model;

/// <summary>How many runs may be under way for one key.</summary>
/// <param name="Key">Text that may hold expressions over the run's inputs, such as <c>deploy-${{ inputs.target }}</c>.</param>
/// <param name="Limit">At least 1.</param>
/// <param name="WhenFull">What a further run does.</param>
internal sealed record ConcurrencyDefinition(string Key, int Limit, WhenFull WhenFull);

internal enum WhenFull
{
    /// <summary>It waits its turn.</summary>
    Queue,

    /// <summary>The oldest runs of the key are cancelled to make room.</summary>
    CancelOlder,
}
