namespace Monolith.Pipelines.Evidence.Verifying;

/// <summary>A line of a bundle, as much as is kept of it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Label">What it claims to be, such as <c>event 5 stage_succeeded</c>.</param>
/// <param name="Digest">SHA-256 of its bytes.</param>
internal sealed record BundleLine(int Number, string Label, string Digest)
{
    public string Named => Name(Number, Label);

    public static string Name(int number, string label) => $"line {number}, {label}";
}
