namespace Monolith.Plugins.E2e.Scenarios;

internal enum LocateBy
{
    Role,
    Label,
    Placeholder,
    Text,
    TestId,
    Css,
}

/// <summary>How an element is found.</summary>
/// <param name="Name">The accessible name, for roles.</param>
/// <param name="Exact">Whether the text must be the whole one, in the same case.</param>
/// <param name="Nth">Which of several, from 1; null when there must be one.</param>
internal sealed record Locate(LocateBy By, string Value, string? Name, bool Exact, int? Nth)
{
    public IEnumerable<string> Texts => [Value, Name ?? ""];

    public override string ToString() =>
        (By == LocateBy.Role ? Value : $"{Keyword(By)} '{Value}'") + (Name is null ? "" : $" '{Name}'") + (Nth is null ? "" : $" #{Nth}");

    public static string Keyword(LocateBy by) => by == LocateBy.TestId ? "testId" : by.ToString().ToLowerInvariant();
}
