using System.Text.Json;
using System.Text.Json.Serialization;
using Monolith.Pipelines.Contracts.Triggers;

namespace Monolith.Triggers.Hooks.Deliveries;

/// <summary>A delivery as it is kept.</summary>
internal sealed record HookDelivery
{
    public const string Pending = "pending";
    public const string Done = "done";
    public const string Dead = "dead";

    public required string Project { get; init; }

    public required string Source { get; init; }

    /// <summary>The sender's.</summary>
    public required string Id { get; init; }

    public string? BodyHash { get; init; }

    public string Status { get; init; } = Pending;

    /// <summary>A <see cref="TriggerEvent"/>; null for what starts nothing.</summary>
    public string? Event { get; init; }

    /// <summary>A list of <see cref="TriggeredRun"/>.</summary>
    public string Runs { get; init; } = "[]";

    /// <summary>How often somebody began to start its runs.</summary>
    public int Attempts { get; init; }

    public TriggerEvent? What() => Event is null ? null : JsonSerializer.Deserialize(Event, DeliveryJson.Default.TriggerEvent);

    public HookResponse View() => new(
        Id, Status, [.. JsonSerializer.Deserialize(Runs, DeliveryJson.Default.IReadOnlyListTriggeredRun)!.Select(run => new HookRun(run.Pipeline, run.RunId, run.Error))]);

    /// <exception cref="InvalidOperationException">A text holds half of a character.</exception>
    public static string? TextOf(TriggerEvent? what) => what is null ? null : JsonSerializer.Serialize(what, DeliveryJson.Default.TriggerEvent);

    public static string TextOf(IReadOnlyList<TriggeredRun> runs) => JsonSerializer.Serialize(runs, DeliveryJson.Default.IReadOnlyListTriggeredRun);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(TriggerEvent))]
[JsonSerializable(typeof(IReadOnlyList<TriggeredRun>))]
internal sealed partial class DeliveryJson : JsonSerializerContext;
