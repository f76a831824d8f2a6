namespace Monolith.Pipelines.Expressions;

/// <summary>A dotted path such as <c>stages.build.outputs.files[0]</c>; an index is a segment of digits.</summary>
internal sealed record ExpressionPath(IReadOnlyList<string> Segments)
{
    public string Root => Segments[0];

    /// <summary>The segments from the given one on, with dots: keys of metrics hold dots themselves.</summary>
    public string From(int segment) => string.Join('.', Segments.Skip(segment));

    public override string ToString() => From(0);
}
