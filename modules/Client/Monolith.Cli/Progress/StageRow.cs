using Monolith.Client;
using Monolith.Client.Watching;

namespace Monolith.Cli.Progress;

/// <summary>A stage in the table.</summary>
/// <param name="Id">The stage.</param>
/// <param name="Status">What stands behind it.</param>
/// <param name="Colour">The terminal's code of its colour; null for the usual one.</param>
/// <param name="Since">When it began; null before it did.</param>
/// <param name="Until">When it ended.</param>
/// <param name="Note">Why it stands so.</param>
internal sealed record StageRow(string Id, string Status, string? Colour = null, DateTimeOffset? Since = null, DateTimeOffset? Until = null, string Note = "")
{
    private const string Red = "31";
    private const string Green = "32";
    private const string Yellow = "33";
    private const string Blue = "36";

    public static StageRow Of(StageResponse stage) => new(stage.Id, "pending");

    public StageRow After(RunEvent change) => change.Type switch
    {
        "stage_started" => this with { Status = "running", Colour = Blue, Since = change.At, Until = null, Note = "" },
        "stage_succeeded" => this with { Status = "success", Colour = Green, Until = change.At, Note = "" },
        "stage_failed" => this with { Status = "failed", Colour = Red, Until = change.At, Note = change.Text("message") },
        "stage_skipped" => this with { Status = "skipped", Colour = Yellow, Note = change.Text("reason") },
        "stage_blocked" => this with { Status = "waiting", Colour = Yellow, Note = $"for a {change.Text("on")}" },
        "stage_retry_scheduled" => this with { Status = "retry", Colour = Yellow, Note = change.Text("message") },
        "stage_postponed" => this with { Status = "later", Colour = Yellow, Note = change.Text("message") },
        _ => this,
    };
}
