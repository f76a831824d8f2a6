namespace Monolith.Kernel;

/// <summary>Where the host keeps files. Every path is absolute; a folder is made by whoever first writes to it.</summary>
/// <param name="Root">The folder named by <c>Storage:DataDirectory</c>, of this host alone.</param>
/// <param name="SharedRoot">The folder named by <c>Storage:SharedDirectory</c>, the same for every host; null when there is one host.</param>
public sealed record DataFolders(string Root, string? SharedRoot = null)
{
    /// <summary>What a run needs wherever it goes on lies here.</summary>
    private string Shared => SharedRoot ?? Root;

    /// <summary>One folder a run, in which its stages work.</summary>
    public string Workspaces => Path.Combine(Shared, "workspaces");

    /// <summary>The kept artifacts, by content hash.</summary>
    public string Artifacts => Path.Combine(Shared, "artifacts");

    /// <summary>Runs that were archived, one file each.</summary>
    public string Archive => Path.Combine(Shared, "archive");

    /// <summary>Where users drop their agents, beside the ones that come with the host.</summary>
    public string Plugins => Path.Combine(Root, "plugins");

    /// <summary>What this host loads of all plugins: copies that only its user can reach, gone when it stops.</summary>
    public string LoadedPlugins => Path.Combine(Root, "loaded-plugins");

    /// <summary>Packages of plugins on their way in or out, gone when they are through.</summary>
    public string PluginPackages => Path.Combine(Root, "plugin-packages");

    /// <summary>The master key of the stored secrets, where the host makes its own.</summary>
    public string SecretKey => Path.Combine(Root, "secret-store.key");

    /// <summary>The embedded PostgreSQL's cluster and socket.</summary>
    public string Postgres => Path.Combine(Root, "postgres");
}
