namespace Monolith.Plugins.Kit;

/// <summary>The place in the workspace that one stage has for an agent's own files: <c>.monolith/agent/stage</c>.</summary>
internal static class PrivateFolder
{
    public const string Root = ".monolith";

    /// <summary>Makes it where it is missing and leaves what it holds.</summary>
    public static string Keep(IAgentContext context, string agent)
    {
        var folder = Locate(context, agent);
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Empties it, so that nothing of an earlier execution is taken for a result of this one.</summary>
    public static string Renew(IAgentContext context, string agent)
    {
        var folder = Locate(context, agent);
        Folders.Delete(folder);
        Directory.CreateDirectory(folder);
        return folder;
    }

    public static string SafeName(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '_'));

    private static string Locate(IAgentContext context, string agent)
    {
        var folder = context.Workspace;
        foreach (var segment in new[] { Root, agent, SafeName(context.StageId) })
        {
            folder = Path.Combine(folder, segment);
            RemoveWhatIsNoFolder(folder);
        }

        return folder;
    }

    // A program of an earlier stage may have laid a link here that leads out of the workspace.
    private static void RemoveWhatIsNoFolder(string path)
    {
        if (new FileInfo(path).LinkTarget is not null || File.Exists(path))
        {
            File.Delete(path);
        }
    }
}
