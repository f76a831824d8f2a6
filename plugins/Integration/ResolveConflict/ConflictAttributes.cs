using System.Globalization;
using Monolith.Plugins.Integration.Conflicts;
using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.ResolveConflict;

/// <summary>What the repository's attributes say of paths in conflict.</summary>
/// <param name="MarkerSize">Of each path's markers.</param>
/// <param name="NotMerged">Paths that git does not merge line by line.</param>
internal sealed record ConflictAttributes(IReadOnlyDictionary<string, int> MarkerSize, IReadOnlySet<string> NotMerged)
{
    private const int UsualSize = 7;
    private const int AtOnce = 200;

    public static async Task<ConflictAttributes> ReadAsync(Repository repository, IReadOnlyList<ConflictedPath> paths, CancellationToken cancellationToken)
    {
        var (sizes, notMerged) = (paths.ToDictionary(path => path.Path, _ => UsualSize), new HashSet<string>());
        foreach (var some in paths.Select(path => path.Path).Chunk(AtOnce))
        {
            var told = await repository.AskAsync(["check-attr", "-z", "merge", "conflict-marker-size", "--", .. some], cancellationToken);
            foreach (var entry in told.Split('\0').Chunk(3).Where(entry => entry.Length == 3))
            {
                if (entry[1] == "merge" && entry[2] is "unset" or "binary")
                {
                    notMerged.Add(entry[0]);
                }
                else if (entry[1] != "merge" && int.TryParse(entry[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0)
                {
                    sizes[entry[0]] = size;
                }
            }
        }

        return new ConflictAttributes(sizes, notMerged);
    }
}
