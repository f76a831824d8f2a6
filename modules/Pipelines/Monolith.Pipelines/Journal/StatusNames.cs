using Monolith.Pipelines.Contracts;

namespace Monolith.Pipelines.Journal;

/// <summary>A run's status as it is stored and as the API writes it.</summary>
internal static class StatusNames
{
    private static readonly string[] Names = [.. Enum.GetNames<RunStatus>().Select(name => name.ToLowerInvariant())];

    public static IReadOnlyList<string> All => Names;

    public static string Of(RunStatus status) => Names[(int)status];

    public static RunStatus? Parse(string name) => Array.IndexOf(Names, name) is >= 0 and var index ? (RunStatus)index : null;
}
