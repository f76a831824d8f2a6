namespace Monolith.Plugins.E2e.Scenarios;

/// <summary>An HTTP call that shares the browser's cookies, and what its answer must be.</summary>
/// <param name="Body">JSON or text; null for none.</param>
/// <param name="Status">The status; null for any from 200 to 299.</param>
/// <param name="Contains">A part of the answer's text.</param>
/// <param name="Json">What stands where in the answer: by paths such as <c>items[0].price</c>.</param>
internal sealed record ApiCall(
    string Method,
    string Url,
    IReadOnlyDictionary<string, string> Headers,
    string? Body,
    int? Status,
    string? Contains,
    IReadOnlyDictionary<string, string> Json)
{
    public IEnumerable<string> Texts => [Url, .. Headers.Values, Body ?? "", Contains ?? "", .. Json.Values];

    public override string ToString() => $"{Method} {Url}";
}
