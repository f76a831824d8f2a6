using System.Text.Json;

namespace Monolith.Plugins.Validation.Toolchains;

/// <summary>One execution: the stage and the folder of the repository, an absolute path.</summary>
internal sealed record ValidationJob(IAgentContext Context, string Folder)
{
    public JsonElement Parameters => Context.Parameters;

    /// <summary>Whether this execution has built it before.</summary>
    public bool IsBuilt { get; init; }

    /// <summary>Whether a check that needs it built has to build it first.</summary>
    public bool MustBuild => !IsBuilt && Parameters.Flag("build", otherwise: true);

    /// <summary>For names of artifacts, which are unique in a run.</summary>
    public string StageName => PrivateFolder.SafeName(Context.StageId);

    private string Note => Path.Combine(PrivateFolder.Keep(Context, "validation-under-way"), "note");

    /// <summary>An emptied folder for the tools' reports of one check.</summary>
    public string ReportFolder(string check)
    {
        var folder = Path.Combine(PrivateFolder.Keep(Context, "validation"), check);
        if (new FileInfo(folder) is { Exists: true } or { LinkTarget: not null })
        {
            File.Delete(folder);
        }

        Folders.Delete(folder);
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Notes that this execution is under way. A note that is there already was left by one that was cut short.</summary>
    /// <returns>Whether one was cut short.</returns>
    public bool BeginNoted()
    {
        var cutShort = File.Exists(Note);
        File.WriteAllText(Note, "");
        return cutShort;
    }

    public void EndNoted() => File.Delete(Note);

    /// <summary>A file that the stage made, to keep.</summary>
    public AgentArtifact Artifact(string name, string path) =>
        new($"{StageName}-{name}", WorkspacePath.Relative(Context, path), "report");
}
