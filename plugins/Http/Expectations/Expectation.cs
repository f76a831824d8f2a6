using System.Globalization;
using System.Text.Json;
using Monolith.Plugins.Http.Calls;

namespace Monolith.Plugins.Http.Expectations;

/// <summary>What an answer must be.</summary>
internal sealed record Expectation(
    IReadOnlyList<int> Statuses, string? BodyContains, IReadOnlyList<JsonExpectation> Json, TimeSpan? Within)
{
    private const int MostQuoted = 500;

    public static Expectation Read(JsonElement? expect)
    {
        if (expect is not { } expected)
        {
            return new Expectation([], BodyContains: null, [], Within: null);
        }

        return new Expectation(
            Numbers(expected.Value("status")),
            expected.Text("bodyContains"),
            [.. expected.Elements("json").Select(JsonExpectation.Read)],
            expected.Value("maxMs") is { } limit ? TimeSpan.FromMilliseconds(limit.GetDouble()) : null);
    }

    public IReadOnlyList<string> Faults(CallReply reply)
    {
        var faults = new List<string>();
        if (!IsStatusFine(reply.Status))
        {
            faults.Add($"expected status {StatusText()}, got {reply.Status}{Quoted(reply.Body)}");
        }

        if (BodyContains is { } part && !reply.Body.Contains(part, StringComparison.Ordinal))
        {
            faults.Add($"expected the body to contain '{part.Cut(MostQuoted)}'{Quoted(reply.Body)}");
        }

        if (Json.Count > 0)
        {
            faults.AddRange(JsonFaults(reply));
        }

        if (Within is { } limit && reply.Latency > limit)
        {
            var (most, actual) = (limit.TotalMilliseconds, reply.LatencyMs);
            faults.Add(string.Create(
                CultureInfo.InvariantCulture, $"expected an answer within {most:0.#} ms, it took {actual:0.#} ms"));
        }

        return faults;
    }

    public bool IsStatusFine(int status) => Statuses.Count == 0 ? status is >= 200 and <= 299 : Statuses.Contains(status);

    private IEnumerable<string> JsonFaults(CallReply reply) => reply.Json() is { } body
        ? Json.Select(expected => expected.Fault(body)).OfType<string>()
        : [$"expected a JSON body{Quoted(reply.Body)}"];

    private string StatusText() => Statuses.Count == 0 ? "200 to 299" : string.Join(" or ", Statuses);

    private static string Quoted(string body) =>
        body.Length == 0 ? "; the body was empty" : $"; the body was: {body.Cut(MostQuoted)}";

    private static IReadOnlyList<int> Numbers(JsonElement? status) => status switch
    {
        { ValueKind: JsonValueKind.Number } one => [one.GetInt32()],
        { ValueKind: JsonValueKind.Array } several => [.. several.EnumerateArray().Select(item => item.GetInt32())],
        _ => [],
    };
}
