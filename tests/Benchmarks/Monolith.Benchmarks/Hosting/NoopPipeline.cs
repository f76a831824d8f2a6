using System.Text.Json;

namespace Monolith.Benchmarks.Hosting;

/// <summary>A pipeline of stages that do nothing, as a user would write it.</summary>
/// <param name="Name">The pipeline's name.</param>
/// <param name="Stages">How many.</param>
/// <param name="IsChain">One after the other, or all at once.</param>
internal sealed record NoopPipeline(string Name, int Stages, bool IsChain)
{
    /// <summary>What everything is compared with.</summary>
    public static NoopPipeline OfFive { get; } = new("five", 5, IsChain: true);

    /// <summary>Created, claimed, first stage started.</summary>
    public static long VersionAtFirstStage => 3;

    /// <summary>Created, claimed, a start and a success each, succeeded.</summary>
    public long VersionAtEnd => 3 + (2L * Stages);

    public string Json => JsonSerializer.Serialize(new
    {
        name = Name,
        mode = IsChain ? "sequential" : "parallel",
        stages = Enumerable.Range(1, Stages).Select(number => new { id = $"s{number}", agent = "recorder", action = "noop" }),
    });
}
