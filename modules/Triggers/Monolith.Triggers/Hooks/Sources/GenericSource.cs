using System.Text.Json;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Triggers.Hooks.Signatures;

namespace Monolith.Triggers.Hooks.Sources;

/// <summary>Anybody who signs as Standard Webhooks says: CloudEvents, and messages <c>{type, timestamp, data}</c>.</summary>
internal sealed class GenericSource : IHookSource
{
    public string Name => "generic";

    public bool IsGenuine(HookRequest request, string secrets, DateTimeOffset now) => StandardSignature.IsGenuine(request, secrets, now);

    public Result<HookMessage> Read(HookRequest request, string project)
    {
        var happened = CloudEventReader.IsOne(request) ? CloudEventReader.Read(request) : Message(request);
        if (!happened.IsSuccess)
            return Result<HookMessage>.Failed(happened.Problems);

        var id = request.Header(StandardSignature.Id)!;
        var (what, facts) = (happened.Value, JsonSerializer.SerializeToElement(happened.Value, OutsideJson.Default.OutsideEvent));
        return new HookMessage(id, new TriggerEvent(project, TriggerKind.Event, $"{Name}/{id}", $"event:{Shorten(what.Source ?? Name)}", facts)
        {
            Name = what.Type,
            Source = what.Source,
            Subject = what.Subject,
            Labels = new Dictionary<string, string> { ["source"] = Shorten(what.Source ?? Name), ["event"] = Shorten(what.Type) },
        });
    }

    /// <summary>To what a label may have.</summary>
    private static string Shorten(string text) => text.Length > 200 ? text[..200] : text;

    private static Result<OutsideEvent> Message(HookRequest request)
    {
        var body = HookJson.Parse(request.Body);
        if (!body.IsSuccess)
            return Result<OutsideEvent>.Failed(body.Problems);
        return body.Value.Text("type") is { } type
            ? new OutsideEvent(request.Header(StandardSignature.Id)!, type, Source: null, Subject: null, body.Value.Text("timestamp"), DataOf(body.Value))
            : new Problem(ErrorCodes.ValidationError, "It is missing. Give the type of what happened, or send a CloudEvent.", "type");
    }

    private static JsonElement? DataOf(JsonElement body) => body.Part("data") is { ValueKind: not JsonValueKind.Undefined } data ? data : null;
}
