using System.Globalization;
using System.Text.Json;

namespace Monolith.Plugins.Git.Create;

/// <summary>One commit to make: the files of a folder laid over what there is.</summary>
internal sealed record CommitRequest(string Message, string From, DateTimeOffset Date)
{
    private const string DateFormat = "yyyy-MM-dd'T'HH:mm:ssK";

    public static Outcome<CommitRequest> Read(IAgentContext context, JsonElement commit)
    {
        var from = Path.TrimEndingDirectorySeparator(Path.GetFullPath(commit.RequiredText("from"), context.Workspace));
        if (!Directory.Exists(from))
        {
            return Failed.Workspace($"There is no folder '{commit.Text("from")}' to make a commit from.");
        }

        var date = commit.Text("date") is { } text ? Date(text) : context.Time.GetUtcNow();
        return new CommitRequest(commit.RequiredText("message"), from, date);

        static DateTimeOffset Date(string text) =>
            DateTimeOffset.TryParseExact(
                text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                ? date
                : throw new ParameterException("date", "must be a date such as 2026-01-31T09:30:00Z");
    }

    // The raw form of git: seconds and offset.
    public string GitDate => string.Create(
        CultureInfo.InvariantCulture,
        $"@{Date.ToUnixTimeSeconds()} {(Date.Offset < TimeSpan.Zero ? '-' : '+')}{Date.Offset.Duration():hhmm}");
}
