using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Monolith.Operations.Requests;

/// <summary>
/// In which trace a request is: a W3C <c>traceparent</c> says so, else an <c>x-trace-id</c>. What is not well formed counts as absent, and so
/// does the older <c>Request-Id</c>; baggage is not taken from strangers.
/// </summary>
internal sealed class TraceHeaders : DistributedContextPropagator
{
    private const string TraceParent = "traceparent";
    private const string TraceState = "tracestate";

    public const string TraceId = "x-trace-id";

    public override IReadOnlyCollection<string> Fields { get; } = [TraceParent, TraceState, TraceId];

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) =>
        Current.Inject(activity, carrier, setter);

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState)
    {
        var parent = Read(carrier, getter, TraceParent);
        traceId = Choose(parent, Read(carrier, getter, TraceId));
        traceState = traceId is not null && traceId == parent ? Read(carrier, getter, TraceState) : null;
    }

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;

    /// <summary>The same for a request that the web server made no activity for: it makes none while nothing is logged or traced.</summary>
    public static string Of(IHeaderDictionary headers) =>
        Choose(headers[TraceParent], headers[TraceId]) ?? Parent(ActivityTraceId.CreateRandom().ToHexString());

    private static string? Choose(string? parent, string? trace) =>
        ActivityContext.TryParse(parent, null, out _) ? parent
            : trace is not null && IsTraceId(trace) ? Parent(trace)
            : null;

    /// <summary>With a parent that nobody has sent; W3C knows no trace without one.</summary>
    private static string Parent(string trace) => $"00-{trace}-{ActivitySpanId.CreateRandom().ToHexString()}-01";

    /// <summary>32 lower-case hexadecimal digits, not all of them 0.</summary>
    private static bool IsTraceId(string text) =>
        text.Length == 32 && text.All(char.IsAsciiHexDigitLower) && text.Any(digit => digit != '0');

    private static string? Read(object? carrier, PropagatorGetterCallback? getter, string name)
    {
        if (getter is null)
            return null;
        getter(carrier, name, out var value, out var values);
        return value ?? (values?.ToArray() is [var only] ? only : null);
    }
}
