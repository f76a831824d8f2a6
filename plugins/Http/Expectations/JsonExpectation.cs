using System.Text.Json;

namespace Monolith.Plugins.Http.Expectations;

/// <summary>A value that a JSON body must hold at a path.</summary>
internal sealed record JsonExpectation(string Path, JsonElement Expected)
{
    private const int MostQuoted = 500;

    // A null to compare with is a value like any other.
    public static JsonExpectation Read(JsonElement expectation) => new(
        expectation.RequiredText("path"),
        expectation.TryGetProperty("equals", out var expected) ? expected : throw new ParameterException("equals", "is missing"));

    public string? Fault(JsonElement body)
    {
        if (JsonPath.Find(body, Path) is not { } actual)
        {
            return $"expected {Path} to be {Expected.GetRawText().Cut(MostQuoted)}, it is missing";
        }

        return JsonElement.DeepEquals(actual, Expected)
            ? null
            : $"expected {Path} to be {Expected.GetRawText().Cut(MostQuoted)}, it is {actual.GetRawText().Cut(MostQuoted)}";
    }
}
