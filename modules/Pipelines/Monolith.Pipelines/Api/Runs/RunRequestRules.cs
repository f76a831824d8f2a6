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
        if (TooLong(request.CommitSha))
            yield return Wrong("commitSha", $"Give at most {MaxText} characters.");
        if (TooLong(request.Branch))
            yield return Wrong("branch", $"Give at most {MaxText} characters.");
        foreach (var unstorable in StorableText.Faults(JsonSerializer.SerializeToElement(new { request.CommitSha, request.Branch, request.Labels, request.Inputs }, Json), ""))
            yield return unstorable;
        if (request.Labels is null)
            yield break;
        if (request.Labels.Count > MaxLabels)
            yield return Wrong("labels", $"Give at most {MaxLabels} labels.");
        foreach (var (name, value) in request.Labels)
        {
            if (name.Length == 0 || TooLong(name) || value is null || TooLong(value))
                yield return Wrong($"labels.{name[..Math.Min(name.Length, MaxText)]}", $"A label's name and value have 1 to {MaxText} characters.");
        }
    }

    private static bool TooLong(string? text) => text?.Length > MaxText;

    private static Problem Wrong(string path, string message) => new(ErrorCodes.ValidationError, message, path);
}
