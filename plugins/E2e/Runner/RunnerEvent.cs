using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.E2e.Runner;

internal enum RunnerEventKind
{
    /// <summary>A browser was started; the message says which program.</summary>
    Browser,

    /// <summary>A browser cannot be started; the message says why.</summary>
    Missing,

    /// <summary>A scenario begins, once for each attempt.</summary>
    Begun,
    Step,

    /// <summary>An attempt ended.</summary>
    Ended,

    /// <summary>Something a person should know.</summary>
    Notice,

    /// <summary>Nothing can be run.</summary>
    Fatal,
}

/// <param name="Kind">What happened.</param>
internal sealed record RunnerEvent(RunnerEventKind Kind)
{
    private const string Mark = "e2e-event ";

    public string Browser { get; init; } = "";

    public string File { get; init; } = "";

    public string Scenario { get; init; } = "";

    /// <summary>From 1.</summary>
    public int Attempt { get; init; }

    /// <summary>Of the step in its file.</summary>
    public int Line { get; init; }

    public string Title { get; init; } = "";

    public bool Passed { get; init; }

    public double Milliseconds { get; init; }

    public string Message { get; init; } = "";

    /// <summary>Names in the job's folder.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public string ToLine() => Mark + new JsonObject
    {
        ["kind"] = Kind.ToString(),
        ["browser"] = Browser,
        ["file"] = File,
        ["scenario"] = Scenario,
        ["attempt"] = Attempt,
        ["line"] = Line,
        ["title"] = Title.Cut(500),
        ["passed"] = Passed,
        ["ms"] = Math.Round(Milliseconds, 1),
        ["message"] = Message.Cut(3_000),
        ["files"] = new JsonArray([.. Files.Select(file => JsonValue.Create(file))]),
    }.ToJsonString();

    /// <returns>Null for a line that is no event.</returns>
    public static RunnerEvent? Of(string line)
    {
        if (!line.StartsWith(Mark, StringComparison.Ordinal))
            return null;
        using var document = JsonDocument.Parse(line[Mark.Length..]);
        var json = document.RootElement;
        return new RunnerEvent(Enum.Parse<RunnerEventKind>(json.RequiredText("kind")))
        {
            Browser = json.Text("browser") ?? "",
            File = json.Text("file") ?? "",
            Scenario = json.Text("scenario") ?? "",
            Attempt = json.Integer("attempt") ?? 0,
            Line = json.Integer("line") ?? 0,
            Title = json.Text("title") ?? "",
            Passed = json.Flag("passed"),
            Milliseconds = json.Value("ms")?.GetDouble() ?? 0,
            Message = json.Text("message") ?? "",
            Files = json.Texts("files"),
        };
    }
}
