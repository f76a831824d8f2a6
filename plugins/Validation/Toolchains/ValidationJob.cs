using System.Text.Json;

namespace Monolith.Plugins.Validation.Toolchains;

/// <summary>One execution: the stage and the folder of the repository, an absolute path.</summary>
internal sealed record ValidationJob(IAgentContext Context, string Folder)
{
    public JsonElement Parameters => Context.Parameters;

    /// <summary>An emptied folder for the tools' reports.</summary>
    public string ReportFolder() => PrivateFolder.Renew(Context, "validation");

    /// <summary>Notes that this execution is under way. A note that is there already was left by one that was cut short.</summary>
    /// <returns>Whether one was cut short.</returns>
    public bool BeginNoted()
    {
        var cutShort = File.Exists(Note);
        File.WriteAllText(Note, "");
        return cutShort;
    }

    public void EndNoted() => File.Delete(Note);

    /// <summary>For names of artifacts, which are unique in a run.</summary>
    public string StageName => PrivateFolder.SafeName(Context.StageId);

    private string Note => Path.Combine(PrivateFolder.Keep(Context, "validation-under-way"), "note");
}
