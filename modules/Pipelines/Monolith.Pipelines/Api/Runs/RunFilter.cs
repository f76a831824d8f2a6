using System.Globalization;
using System.Text.Json;
using Monolith.Kernel;
using Monolith.Pipelines.Journal;

namespace Monolith.Pipelines.Api.Runs;

/// <summary>Which runs a caller asks for, as SQL conditions over numbered parameters.</summary>
internal sealed class RunFilter
{
    private readonly List<string> conditions = [];
    private readonly List<object> values = [];

    public IReadOnlyList<string> Conditions => conditions;

    public IReadOnlyList<object> Values => values;

    public int Limit { get; private set; }

    /// <returns>The filter, or every parameter that is wrong.</returns>
    public static Result<RunFilter> Parse(
        string[]? projects, string? status, string? pipeline, string[]? labels, string? since, string? cursor, string limit, int maxLimit)
    {
        var filter = new RunFilter();
        var problems = new List<Problem>();
        filter.AddProjects(projects);
        filter.AddStatus(status, problems);
        filter.AddPipeline(pipeline, problems);
        foreach (var label in labels ?? [])
            filter.AddLabel(label, problems);
        filter.AddSince(since, problems);
        filter.AddCursor(cursor, problems);
        if (int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= maxLimit)
            filter.Limit = count;
        else
            problems.Add(Wrong("limit", $"Give a whole number from 1 to {maxLimit}."));
        return problems.Count == 0 ? filter : Result<RunFilter>.Failed(problems);
    }

    // One by itself is what the index wants.
    private void AddProjects(string[]? projects)
    {
        if (projects is [var one])
            Add("project = {0}", one);
        else if (projects is not null)
            Add("project = any({0})", projects);
    }

    private void AddStatus(string? status, List<Problem> problems)
    {
        if (status is null)
            return;
        var wanted = status.Split(',', StringSplitOptions.TrimEntries);
        foreach (var unknown in wanted.Where(name => StatusNames.Parse(name) is null))
            problems.Add(Wrong("status", $"'{unknown}' is none of {string.Join(", ", StatusNames.All)}."));
        Add("status = any({0})", wanted);
    }

    private void AddPipeline(string? pipeline, List<Problem> problems)
    {
        if (pipeline is null)
            return;
        if (Holds0(pipeline))
            problems.Add(Wrong("pipeline", "It holds a null character; no pipeline's name does."));
        else
            Add("pipeline = {0}", pipeline);
    }

    private void AddLabel(string label, List<Problem> problems)
    {
        var at = label.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0 || Holds0(label))
            problems.Add(Wrong("label", $"'{label}' is not of the form name=value."));
        else
            Add("labels @> {0}::jsonb", JsonSerializer.Serialize(
                new Dictionary<string, string> { [label[..at]] = label[(at + 1)..] }, JournalJson.Default.IReadOnlyDictionaryStringString));
    }

    private void AddSince(string? since, List<Problem> problems)
    {
        if (since is null)
            return;
        if (DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            Add("created_at >= {0}", at.ToUniversalTime());
        else
            problems.Add(Wrong("since", $"'{since}' is not a time such as 2026-01-31T12:00:00Z."));
    }

    private void AddCursor(string? cursor, List<Problem> problems)
    {
        if (cursor is null)
            return;
        if (RunCursor.Parse(cursor) is { } place)
        {
            values.Add(place.CreatedAt);
            values.Add(place.Id);
            conditions.Add($"(created_at, id) < (${values.Count - 1}, ${values.Count})");
        }
        else
        {
            problems.Add(Wrong("cursor", "Give the nextCursor of the page before, unchanged."));
        }
    }

    private void Add(string condition, object value)
    {
        values.Add(value);
        conditions.Add(string.Format(CultureInfo.InvariantCulture, condition, $"${values.Count}"));
    }

    // PostgreSQL takes a null character in no text.
    private static bool Holds0(string text) => text.Contains('\0', StringComparison.Ordinal);

    private static Problem Wrong(string path, string message) => new(ErrorCodes.ValidationError, message, path);
}
