using System.Text.Json;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Definitions.Binding;
using Monolith.Pipelines.Definitions.Reading;

namespace Monolith.Pipelines.Api.Runs;

/// <summary>Bounds of what a caller may say about a run.</summary>
internal static class RunRequestRules
{
    private const int MaxLabels = 32;
    private const int MaxText = 200;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static readonly string[] Triggers = ["manual", "webhook", "schedule", "event"];

    public static IEnumerable<Problem> Check(StartRunRequest request)
    {
        if (request.Trigger is { } trigger && !Triggers.Contains(trigger))
            yield return Wrong("trigger", $"'{trigger}' is none of {string.Join(", ", Triggers)}.");
        if (request.Priority is < -DefinitionBinder.MaxPriority or > DefinitionBinder.MaxPriority)
            yield return Wrong("priority", $"Give a whole number from -{DefinitionBinder.MaxPriority} to {DefinitionBinder.MaxPriority}.");
        foreach (var wrong in Check(request.Labels, request.Branch, request.CommitSha))
            yield return wrong;
        foreach (var unstorable in StorableText.Faults(JsonSerializer.SerializeToElement(new { request.CommitSha, request.Branch, request.Labels, request.Inputs }, Json), ""))
            yield return unstorable;
    }

    /// <summary>Bounds of what is said about a run by whoever starts it.</summary>
    public static IEnumerable<Problem> Check(IReadOnlyDictionary<string, string>? labels, string? branch, string? commitSha)
    {
        if (TooLong(commitSha))
            yield return Wrong("commitSha", $"Give at most {MaxText} characters.");
        if (TooLong(branch))
            yield return Wrong("branch", $"Give at most {MaxText} characters.");
        if (labels is null)
            yield break;
        if (labels.Count > MaxLabels)
            yield return Wrong("labels", $"Give at most {MaxLabels} labels.");
        foreach (var (name, value) in labels)
        {
            if (name.Length == 0 || TooLong(name) || value is null || TooLong(value))
                yield return Wrong($"labels.{name[..Math.Min(name.Length, MaxText)]}", $"A label's name and value have 1 to {MaxText} characters.");
        }
    }

    private static bool TooLong(string? text) => text?.Length > MaxText;

    private static Problem Wrong(string path, string message) => new(ErrorCodes.ValidationError, message, path);
}
