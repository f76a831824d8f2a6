namespace Monolith.Plugins.E2e.Scenarios;

internal enum ExpectationKind
{
    Url,
    Title,
    Visible,
    Checked,
    Enabled,
    HasText,
    Value,
    Count,
}

/// <param name="Text">For the address, the title, a text and a value.</param>
/// <param name="Holds">For what is so or not: visible, checked, enabled.</param>
/// <param name="Count">How many elements there must be.</param>
internal sealed record Expectation(ExpectationKind Kind, string Text = "", bool Holds = true, int Count = 0)
{
    public override string ToString() => Kind switch
    {
        ExpectationKind.Url or ExpectationKind.Title or ExpectationKind.Value => $"{Kind.ToString().ToLowerInvariant()} '{Text}'",
        ExpectationKind.HasText => $"has text '{Text}'",
        ExpectationKind.Count => $"count {Count}",
        _ => $"{(Holds ? "is" : "is not")} {Kind.ToString().ToLowerInvariant()}",
    };
}
