using System.Net.Mime;
using System.Text.Json;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.Http;
using CloudNative.CloudEvents.SystemTextJson;
using Monolith.Kernel;

namespace Monolith.Triggers.Hooks.Sources;

/// <summary>CloudEvents 1.0 over HTTP, structured and binary: https://cloudevents.io.</summary>
internal static class CloudEventReader
{
    private const string Structured = "application/cloudevents";
    private const string Prefix = "ce-";
    private const string SpecVersion = "ce-specversion";

    public static bool IsOne(HookRequest request) => IsStructured(request) || request.Header(SpecVersion) is not null;

    public static Result<OutsideEvent> Read(HookRequest request)
    {
        try
        {
            var happened = IsStructured(request) ? ReadStructured(request) : ReadBinary(request);
            return happened.IsValid
                ? new OutsideEvent(happened.Id!, happened.Type!, happened.Source!.ToString(), happened.Subject, happened.Time?.ToString("O"), DataOf(happened.Data))
                : Wrong("It has no id, type or source.");
        }
        catch (Exception wrong) when (wrong is ArgumentException or JsonException or FormatException or InvalidOperationException)
        {
            return Wrong(wrong.Message.ReplaceLineEndings(" "));
        }
    }

    private static bool IsStructured(HookRequest request) => request.ContentType?.StartsWith(Structured, StringComparison.OrdinalIgnoreCase) == true;

    private static CloudEvent ReadStructured(HookRequest request) =>
        new JsonEventFormatter().DecodeStructuredModeMessage(request.Body, new ContentType(request.ContentType!), extensionAttributes: null);

    private static CloudEvent ReadBinary(HookRequest request)
    {
        var version = CloudEventsSpecVersion.FromVersionId(request.Header(SpecVersion)) ?? throw new ArgumentException("There is no such specversion. Send 1.0.");
        var happened = new CloudEvent(version) { DataContentType = request.ContentType };
        foreach (var (name, values) in request.Headers)
        {
            if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !name.Equals(SpecVersion, StringComparison.OrdinalIgnoreCase))
                happened.SetAttributeFromString(name[Prefix.Length..].ToLowerInvariant(), HttpUtilities.DecodeHeaderValue(values.ToString()));
        }

        new JsonEventFormatter().DecodeBinaryModeEventData(request.Body, happened);
        return happened;
    }

    private static JsonElement? DataOf(object? data) => data switch
    {
        null => null,
        JsonElement json => json,
        byte[] bytes => JsonSerializer.SerializeToElement(Convert.ToBase64String(bytes)),
        var other => JsonSerializer.SerializeToElement(other.ToString()),
    };

    private static Problem Wrong(string reason) => new(ErrorCodes.ValidationError, $"This is no CloudEvent 1.0: {reason}", "body");
}
