using System.Text.Json;
using Microsoft.Playwright;
using Monolith.Plugins.E2e.Runner;
using Monolith.Plugins.E2e.Scenarios;

namespace Monolith.Plugins.E2e.Steps;

/// <summary>Makes an HTTP call and looks at the answer.</summary>
internal sealed class CallRun(IAPIRequestContext requests, Values values, TimeSpan timeout)
{
    public async Task MakeAsync(ApiCall call)
    {
        var answer = await requests.FetchAsync(values.Fill(call.Url), Options(call));
        var text = await answer.TextAsync();
        if (call.Status is { } status ? answer.Status != status : !answer.Ok)
            throw new StepException($"It answered {answer.Status}, expected was {call.Status?.ToString() ?? "200 to 299"}. It said: {text.Cut(300)}");
        if (call.Contains is { } part && !text.Contains(values.Fill(part), StringComparison.Ordinal))
            throw new StepException($"The answer does not contain '{values.Fill(part)}'. It is: {text.Cut(300)}");
        if (call.Json.Count > 0)
            Compare(call, text);
    }

    private APIRequestContextOptions Options(ApiCall call)
    {
        var headers = call.Headers.ToDictionary(header => header.Key, header => values.Fill(header.Value));
        if (call.Body is not { } body)
            return new() { Method = call.Method, Headers = headers, Timeout = (float)timeout.TotalMilliseconds };
        var isJson = body.StartsWith('{') || body.StartsWith('[');
        if (isJson && !headers.Keys.Contains("content-type", StringComparer.OrdinalIgnoreCase))
            headers["Content-Type"] = "application/json";
        return new()
        {
            Method = call.Method,
            Headers = headers,
            DataString = isJson ? values.FillJson(body) : values.Fill(body),
            Timeout = (float)timeout.TotalMilliseconds,
        };
    }

    private void Compare(ApiCall call, string text)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            throw new StepException($"The answer is not JSON: {text.Cut(300)}");
        }

        using (document)
        {
            foreach (var (path, expected) in call.Json)
            {
                var found = JsonPath.Find(document.RootElement, path) is { } value ? Plain(value) : null;
                if (found != values.Fill(expected))
                    throw new StepException($"'{path}' is {(found is null ? "missing" : $"'{found.Cut(200)}'")}, expected was '{values.Fill(expected)}'.");
            }
        }
    }

    private static string Plain(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
