using Monolith.Pipelines.Contracts;

namespace Monolith.Triggers.Notifications.Commits;

/// <summary>What is shown at a commit.</summary>
/// <param name="Name">Of whom it is; the newest of a name counts.</param>
/// <param name="State">One of <see cref="CommitState"/>.</param>
/// <param name="Text">For people.</param>
/// <param name="Url">Where more is said; null for nowhere.</param>
internal sealed record CommitStatus(string Name, string State, string Text, string? Url)
{
    private const int MostOfText = 140;

    /// <summary>The same name for each run of a pipeline: the newest counts.</summary>
    public static CommitStatus Of(DueNotification due, string state, string? url) => new($"monolith/{due.Pipeline}", state, TextOf(due, state), url);

    /// <summary>As much as forges take.</summary>
    public string Shortened => Text.Length > MostOfText ? $"{Text[..(MostOfText - 3)]}..." : Text;

    private static string TextOf(DueNotification due, string state) => state switch
    {
        CommitState.Pending => "The run is under way.",
        CommitState.Success => "The run succeeded.",
        CommitState.Cancelled => "The run was cancelled.",
        _ => due.Error is { } error ? $"{(due.Stage is null ? "" : $"{due.Stage}: ")}{error.Message.ReplaceLineEndings(" ")}" : "The run failed.",
    };
}
