namespace Monolith.Kernel;

/// <summary>Where the host keeps files. Every path is absolute; a folder is made by whoever first writes to it.</summary>
/// <param name="Root">The folder named by <c>Storage:DataDirectory</c>.</param>
public sealed record DataFolders(string Root)
{
    /// <summary>One folder a run, in which its stages work.</summary>
    public string Workspaces => Path.Combine(Root, "workspaces");

    /// <summary>The kept artifacts, by content hash.</summary>
    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>Runs that were archived, one file each.</summary>
    public string Archive => Path.Combine(Root, "archive");

    /// <summary>Where users drop their agents, beside the ones that come with the host.</summary>
    public string Plugins => Path.Combine(Root, "plugins");

    /// <summary>The embedded PostgreSQL's cluster and socket.</summary>
    public string Postgres => Path.Combine(Root, "postgres");
}
