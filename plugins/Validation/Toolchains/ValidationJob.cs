using System.Text.Json;

namespace Monolith.Plugins.Validation.Toolchains;

/// <summary>One execution: the stage and the folder of the repository, an absolute path.</summary>
internal sealed record ValidationJob(IAgentContext Context, string Folder)
{
    public JsonElement Parameters => Context.Parameters;

    /// <summary>An emptied folder for the tools' reports.</summary>
    public string ReportFolder() => PrivateFolder.Renew(Context, "validation");

    /// <summary>For names of artifacts, which are unique in a run.</summary>
    public string StageName => PrivateFolder.SafeName(Context.StageId);
}
