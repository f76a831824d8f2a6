namespace Monolith.Integration.Tests.Traces;

/// <summary>A span as opentelemetry/proto/trace/v1/trace.proto has it.</summary>
internal sealed record Span(
    string Trace, string Id, string Parent, string Name, string Message, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<(string Trace, string Id)> Links)
{
    public string this[string attribute] => Attributes.GetValueOrDefault(attribute, "");

    /// <param name="request">An ExportTraceServiceRequest.</param>
    public static IEnumerable<Span> Of(byte[] request) =>
        from resource in new WireMessage(request).Messages(1)
        from scope in resource.Messages(2)
        from span in scope.Messages(2)
        select new Span(
            span.Hex(1),
            span.Hex(2),
            span.Hex(4),
            span.Text(5),
            string.Join(' ', span.Messages(15).Select(status => status.Text(2))),
            span.Messages(9).ToDictionary(attribute => attribute.Text(1), attribute => Value(attribute.Messages(2).First())),
            [.. span.Messages(13).Select(link => (link.Hex(1), link.Hex(2)))]);

    private static string Value(WireMessage any) => any.Has(1) ? any.Text(1) : $"{any.Int(3)}";
}
