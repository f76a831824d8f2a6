namespace Monolith.Plugins.E2e.Scenarios;

/// <param name="Line">Where it stands in its file, from 1.</param>
internal sealed record Step(StepKind Kind, int Line)
{
    /// <summary>The element it is about; null for steps about the whole page.</summary>
    public Locate? On { get; init; }

    /// <summary>What is opened, filled in, selected or pressed, or a name; empty where there is no such thing.</summary>
    public string Text { get; init; } = "";

    public Expectation? Expectation { get; init; }

    public ApiCall? Call { get; init; }

    /// <summary>All texts that may hold placeholders.</summary>
    public IEnumerable<string> Texts =>
        [Text, .. On?.Texts ?? [], .. Expectation is { } expected ? [expected.Text] : (string[])[], .. Call?.Texts ?? []];

    /// <summary>As reports show it; placeholders stay as they are.</summary>
    public string Title => Kind switch
    {
        StepKind.Expect => $"expect {(On is { } on ? $"{on} " : "")}{Expectation}",
        StepKind.Request => $"request {Call}",
        _ => string.Join(' ', new[] { Kind.Word(), On?.ToString() ?? "", Text.Length > 0 ? $"'{Text}'" : "" }.Where(part => part.Length > 0)),
    };
}
