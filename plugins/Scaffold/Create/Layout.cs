namespace Monolith.Plugins.Scaffold.Create;

/// <summary>
/// Lays files into their folder. A new project is made aside and laid by one rename, so that it is there wholly or not at all; a part
/// of a project goes in only when it overwrites nothing. What an earlier execution of the stage laid there is taken as it is.
/// </summary>
internal static class Layout
{
    public static AgentResult? Lay(IAgentContext context, string target, IReadOnlyList<(string Path, byte[] Content)> files, bool intoProject)
    {
        if (!intoProject && Folders.IsMissingOrEmpty(target) && !File.Exists(target))
        {
            LayNew(context, target, files);
            return null;
        }

        var taken = files.Where(file => !IsFree(context, target, file)).Select(file => file.Path).ToList();
        if (taken.Count == 0 && (intoProject || HoldsNothingElse(target, files)))
        {
            Write(target, files.Where(file => !File.Exists(Path.Combine(target, file.Path))));
            return null;
        }

        var where = WorkspacePath.Relative(context, target);
        return taken.Count > 0 && intoProject
            ? Failed.Workspace($"Nothing was written: '{where}' already has {string.Join(", ", taken)}.")
            : Failed.Workspace($"'{where}' already holds something that this stage did not write. Give another path.");
    }

    private static void LayNew(IAgentContext context, string target, IReadOnlyList<(string Path, byte[] Content)> files)
    {
        var aside = Path.Combine(PrivateFolder.Renew(context, "scaffold"), "new");
        Directory.CreateDirectory(aside);
        Write(aside, files);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (Directory.Exists(target))
        {
            Directory.Delete(target);
        }

        Directory.Move(aside, target);
    }

    /// <summary>Nothing is there, or the very same; and no link on the way leads elsewhere.</summary>
    private static bool IsFree(IAgentContext context, string target, (string Path, byte[] Content) file)
    {
        var path = Path.Combine(target, file.Path);
        if (!WorkspacePath.Resolve(context, path).Try(out _, out _) || new FileInfo(path).LinkTarget is not null || Directory.Exists(path))
        {
            return false;
        }

        return !File.Exists(path) || File.ReadAllBytes(path).AsSpan().SequenceEqual(file.Content);
    }

    private static bool HoldsNothingElse(string target, IReadOnlyList<(string Path, byte[] Content)> files) =>
        Directory.Exists(target)
        && Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(target, file).Replace('\\', '/'))
            .All(files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal).Contains);

    private static void Write(string folder, IEnumerable<(string Path, byte[] Content)> files)
    {
        foreach (var (path, content) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
        }
    }
}
