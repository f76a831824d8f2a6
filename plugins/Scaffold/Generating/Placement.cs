namespace Monolith.Plugins.Scaffold.Generating;

/// <summary>
/// Lays files into the target folder: made aside, checked, then moved. A file that somebody else wrote is replaced only when the stage says
/// so, and a link never is, nor is one followed: programs that ran meanwhile may have laid some.
/// </summary>
internal sealed class Placement(IAgentContext context, string target)
{
    private readonly WrittenFiles written = WrittenFiles.Open(context, target);

    /// <summary>Whether it is there, this stage wrote it, and nobody has changed it.</summary>
    public bool Owns(string path) => new FileInfo(Path.Combine(target, path)) is { LinkTarget: null, Exists: true } && written.Owns(path);

    /// <returns>Why these files cannot be laid, all reasons at once; null when they can.</returns>
    public AgentResult? Refusal(IEnumerable<string> paths, bool overwrite)
    {
        var faults = paths.Select(path => Fault(path, overwrite)).Where(fault => fault is not null).ToList();
        return faults.Count == 0 ? null : Failed.Workspace($"Nothing was written into '{WorkspacePath.Relative(context, target)}':\n{string.Join('\n', faults.Take(50))}");
    }

    public AgentResult? Lay(IReadOnlyDictionary<string, byte[]> files, bool overwrite)
    {
        if (Refusal(files.Keys, overwrite) is { } refusal)
            return refusal;

        var aside = Path.Combine(PrivateFolder.Keep(context, "scaffold"), "new");
        Folders.Delete(aside);
        Stage(aside, files);
        written.Add(files);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (Folders.IsMissingOrEmpty(target))
        {
            // One rename: it is there wholly or not at all.
            Folders.Delete(target);
            Directory.Move(aside, target);
            return null;
        }

        foreach (var path in files.Keys)
        {
            var file = Path.Combine(target, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Move(Path.Combine(aside, path), file, overwrite: true);
        }

        return null;
    }

    /// <summary>Takes away what an earlier execution wrote, nobody has changed, and is planned no more.</summary>
    public void RemoveOthers(IReadOnlyCollection<string> planned)
    {
        foreach (var path in written.Paths.Except(planned, StringComparer.Ordinal))
        {
            if (Fault(path, overwrite: false) is null && Owns(path))
                File.Delete(Path.Combine(target, path));
        }
    }

    private static void Stage(string folder, IReadOnlyDictionary<string, byte[]> files)
    {
        Directory.CreateDirectory(folder);
        foreach (var (path, content) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
        }
    }

    private string? Fault(string path, bool overwrite)
    {
        var file = Path.Combine(target, path);
        for (var above = Path.GetDirectoryName(file)!; above.Length >= target.Length; above = Path.GetDirectoryName(above)!)
        {
            if (new FileInfo(above).LinkTarget is not null)
                return $"'{path}' would be written through a link.";
            if (File.Exists(above))
                return $"'{path}' wants a folder where a file is.";
        }

        if (!WorkspacePath.Resolve(context, file).Try(out _, out _) || new FileInfo(file).LinkTarget is not null)
            return $"'{path}' is a link.";
        if (Directory.Exists(file))
            return $"'{path}' is a folder.";
        return !File.Exists(file) || overwrite || written.Owns(path)
            ? null
            : $"'{path}' is there. Say 'overwrite: true' to have it replaced.";
    }
}
