using System.Globalization;
using System.Text.Json.Nodes;

namespace Monolith.Client.Watching;

/// <summary>A run told line by line: elapsed time, stage, what became of it.</summary>
/// <param name="to">Where to.</param>
/// <param name="address">Where the host answers.</param>
/// <param name="isColoured">Whether the reader is a terminal.</param>
/// <param name="fileOf">Where an artifact lies on this machine; null where that is not known.</param>
internal sealed class RunReport(TextWriter to, string address, bool isColoured, Func<ArtifactResponse, string>? fileOf = null) : IRunProgress
{
    private readonly Dictionary<string, DateTimeOffset> began = [];
    private DateTimeOffset start;

    public void Begin(RunResponse run)
    {
        start = run.CreatedAt;
        to.WriteLine($"Run {run.Id} of {run.Pipeline}: {address}/api/v1/runs/{run.Id}");
        to.WriteLine();
    }

    public void Tell(RunEvent change)
    {
        var stage = change.Text("stage");
        switch (change.Type)
        {
            case "stage_started":
                began[stage] = change.At;
                Line(change.At, Colour("36", "start"), stage, change.Data?["attempt"]?.GetValue<int>() is > 1 and var n ? $"attempt {n}" : "");
                break;
            case "stage_succeeded":
                Line(change.At, Colour("32", "done "), stage, Took(stage, change.At));
                Gates(change.Data);
                break;
            case "stage_failed":
                Line(change.At, Colour("31", "fail "), stage, $"{Took(stage, change.At)}  {change.Text("message")}");
                Gates(change.Data);
                break;
            case "stage_retry_scheduled":
                Line(change.At, Colour("33", "retry"), stage, change.Text("message"));
                break;
            case "stage_postponed":
                Line(change.At, Colour("33", "later"), stage, change.Text("message"));
                break;
            case "stage_skipped":
                Line(change.At, Colour("33", "skip "), stage, change.Text("reason"));
                break;
        }
    }

    public void Waits(IEnumerable<string> lines)
    {
        to.WriteLine();
        foreach (var line in lines)
            to.WriteLine(line);
        to.WriteLine();
    }

    public void End(RunResponse run)
    {
        to.WriteLine();
        foreach (var artifact in run.Stages.SelectMany(stage => stage.Artifacts ?? []))
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"artifact {artifact.Name}  {artifact.Size:N0} bytes"));
            to.WriteLine($"  {address}{artifact.Href}");
            if (fileOf is not null)
                to.WriteLine($"  {fileOf(artifact)}");
        }

        to.WriteLine();
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Colour(run.Status == RunStatus.Success ? "32" : "31", run.Status.Name())} in {(run.DurationMs ?? 0) / 1000:0.0} s"));
        if (run.Error is { } error)
            to.WriteLine($"{error.Code}: {error.Message}");
    }

    public void Stopped(string next)
    {
        to.WriteLine();
        to.WriteLine(next);
    }

    private void Gates(JsonNode? data)
    {
        foreach (var gate in data?["gates"]?.AsArray() ?? [])
        {
            var verdict = gate!["passed"]!.GetValue<bool>() ? Colour("32", "passed")
                : gate["blocking"]!.GetValue<bool>() ? Colour("31", "failed") : Colour("33", "warns");
            to.WriteLine($"                 gate {verdict}: {gate["message"]}");
        }
    }

    private void Line(DateTimeOffset at, string what, string stage, string more) =>
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(at - start).TotalSeconds,8:0.0} s  {what}  {stage,-16} {more}").TrimEnd());

    private string Took(string stage, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{(at - began.GetValueOrDefault(stage, at)).TotalSeconds:0.0} s");

    private string Colour(string code, string text) => isColoured ? $"\e[{code}m{text}\e[0m" : text;
}
