using System.Globalization;
using System.Text.Json;
using Monolith.Kernel;

namespace Monolith.Host.Runs;

/// <summary>A run told line by line: elapsed time, stage, what became of it.</summary>
internal sealed class RunReport(TextWriter to, string address, bool interactive, bool signsIn)
{
    private const string UsualAddress = "http://localhost:8080";

    private readonly Dictionary<string, DateTimeOffset> began = [];
    private DateTimeOffset start;

    public void Begin(JsonElement run)
    {
        start = run.GetProperty("createdAt").GetDateTimeOffset();
        to.WriteLine($"Run {run.GetProperty("id")} of {run.GetProperty("pipeline").GetString()}: {address}/api/v1/runs/{run.GetProperty("id")}");
        to.WriteLine();
    }

    /// <param name="type">The event's stored name.</param>
    /// <param name="change">The run event: version, type, at, data.</param>
    public void Tell(string type, JsonElement change)
    {
        var data = change.GetProperty("data");
        var at = change.GetProperty("at").GetDateTimeOffset();
        var stage = data.TryGetProperty("stage", out var id) ? id.GetString() ?? "" : "";
        switch (type)
        {
            case "stage_started":
                began[stage] = at;
                Line(at, Colour("36", "start"), stage, data.GetProperty("attempt").GetInt32() is > 1 and var n ? $"attempt {n}" : "");
                break;
            case "stage_succeeded":
                Line(at, Colour("32", "done "), stage, Took(stage, at));
                Gates(data);
                break;
            case "stage_failed":
                Line(at, Colour("31", "fail "), stage, $"{Took(stage, at)}  {data.GetProperty("message").GetString()}");
                Gates(data);
                break;
            case "stage_retry_scheduled":
                Line(at, Colour("33", "retry"), stage, data.GetProperty("message").GetString()!);
                break;
            case "stage_postponed":
                Line(at, Colour("33", "later"), stage, data.GetProperty("message").GetString()!);
                break;
            case "stage_skipped":
                Line(at, Colour("33", "skip "), stage, data.GetProperty("reason").GetString()!);
                break;
        }
    }

    public void End(JsonElement run, DataFolders folders)
    {
        to.WriteLine();
        foreach (var artifact in run.GetProperty("stages").EnumerateArray().SelectMany(Artifacts))
        {
            var sha256 = artifact.GetProperty("sha256").GetString()!;
            to.WriteLine($"artifact {artifact.GetProperty("name").GetString()}  {artifact.GetProperty("size").GetInt64():N0} bytes");
            to.WriteLine($"  {address}{artifact.GetProperty("href").GetString()}");
            to.WriteLine($"  {Path.Combine(folders.Artifacts, sha256[..2], sha256)}");
        }

        var status = run.GetProperty("status").GetString()!;
        var seconds = run.TryGetProperty("durationMs", out var ms) && ms.ValueKind == JsonValueKind.Number ? ms.GetDouble() / 1000 : 0;
        to.WriteLine();
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Colour(status == "success" ? "32" : "31", status)} in {seconds:0.0} s"));
        if (run.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object)
            to.WriteLine($"{error.GetProperty("code").GetString()}: {error.GetProperty("message").GetString()}");
    }

    /// <summary>Only a person can go on with the run.</summary>
    /// <param name="stage">The stage that waits.</param>
    /// <param name="what">decision or clarification.</param>
    /// <param name="about">What the API says of it.</param>
    /// <param name="isLeft">Whether this host ends without waiting for it.</param>
    public void Waits(string stage, string what, JsonElement about, bool isLeft)
    {
        to.WriteLine();
        to.WriteLine(isLeft
            ? $"{stage} waits for a {what}, and the run in the store. Start the host by dotnet run --project host, which goes on with it."
            : $"{stage} waits for a {what}.");
        var wait = new PersonWait(isLeft ? UsualAddress : address, signsIn);
        foreach (var line in what == "decision" ? wait.Decision(about) : wait.Clarification(about))
            to.WriteLine($"  {line}".TrimEnd());
        to.WriteLine();
    }

    public void Stopped()
    {
        to.WriteLine();
        to.WriteLine("Stopped before the run was over. The host's next start on this data folder goes on with it.");
    }

    private static IEnumerable<JsonElement> Artifacts(JsonElement stage) =>
        stage.TryGetProperty("artifacts", out var artifacts) && artifacts.ValueKind == JsonValueKind.Array
            ? artifacts.EnumerateArray()
            : [];

    private void Gates(JsonElement data)
    {
        if (!data.TryGetProperty("gates", out var gates) || gates.ValueKind != JsonValueKind.Array)
            return;
        foreach (var gate in gates.EnumerateArray())
        {
            var verdict = gate.GetProperty("passed").GetBoolean() ? Colour("32", "passed")
                : gate.GetProperty("blocking").GetBoolean() ? Colour("31", "failed") : Colour("33", "warns");
            to.WriteLine($"                 gate {verdict}: {gate.GetProperty("message").GetString()}");
        }
    }

    private void Line(DateTimeOffset at, string what, string stage, string more) =>
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(at - start).TotalSeconds,8:0.0} s  {what}  {stage,-16} {more}").TrimEnd());

    private string Took(string stage, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{(at - began[stage]).TotalSeconds:0.0} s");

    private string Colour(string code, string text) => interactive ? $"\e[{code}m{text}\e[0m" : text;
}
