using System.Text.Json.Serialization;

namespace Monolith.Kernel;

/// <summary>
/// What set something off: the ids by which its log lines and spans are found again, wherever and however late they are written.
/// A run keeps the origin of the request that asked for it.
/// </summary>
public sealed record Origin
{
    private const int TraceParentLength = 55;

    private static readonly AsyncLocal<Origin?> Ambient = new();

    /// <summary>Of the request being answered; it flows into whatever the request calls.</summary>
    [JsonIgnore]
    public static Origin? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>Who asks, for what is kept with a name; <c>anonymous</c> when nobody is known.</summary>
    [JsonIgnore]
    public static string CurrentUser => Current?.UserId ?? "anonymous";

    /// <summary>As W3C Trace Context writes it: <c>00-{trace}-{span}-{flags}</c>.</summary>
    public string? TraceParent { get; init; }

    public string? RequestId { get; init; }

    /// <summary>Null when it is the request's id.</summary>
    public string? CorrelationId { get; init; }

    public string? UserId { get; init; }

    public string? SessionId { get; init; }

    /// <summary>32 hexadecimal digits.</summary>
    [JsonIgnore]
    public string? TraceId => TraceParent?.Length == TraceParentLength ? TraceParent[3..35] : null;
}
