using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.Conflicts;

/// <summary>What git left unmerged in the index of a working tree.</summary>
internal static class UnmergedIndex
{
    public static async Task<IReadOnlyList<ConflictedPath>> ReadAsync(Repository tree, CancellationToken cancellationToken)
    {
        var listed = await tree.AskAsync(["ls-files", "--unmerged", "-z", "--full-name"], cancellationToken);
        var entries = listed.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(Entry);
        return
        [
            .. entries.GroupBy(entry => entry.Path).Select(group => new ConflictedPath(
                group.Key,
                group.FirstOrDefault(entry => entry.Stage == '1').Version,
                group.FirstOrDefault(entry => entry.Stage == '2').Version,
                group.FirstOrDefault(entry => entry.Stage == '3').Version)),
        ];
    }

    private static (string Path, char Stage, IndexEntry? Version) Entry(string line)
    {
        var (what, path) = (line[..line.IndexOf('\t')].Split(' '), line[(line.IndexOf('\t') + 1)..]);
        return path.Contains('�', StringComparison.Ordinal)
            ? throw StageEndException.Workspace($"'{path}' is in conflict and its name is no UTF-8. Rename it on one side first.")
            : (path, what[2][0], new IndexEntry(what[0], what[1]));
    }
}
