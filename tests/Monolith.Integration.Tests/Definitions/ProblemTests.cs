using System.Net.Http.Headers;
using System.Text;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Definitions;

/// <summary>Whatever is wrong with a request: the answer has a code and a sentence that helps.</summary>
[Collection(OneHost.Name)]
public sealed class ProblemTests(HostFixture host)
{
    [Theory]
    [InlineData("GET", "/api/v1/nothing", null, 404, "NOT_FOUND", "There is nothing at /api/v1/nothing")]
    [InlineData("GET", "/api/v1/runs/no-guid", null, 404, "NOT_FOUND", "/docs")]
    [InlineData("PATCH", "/api/v1/runs", null, 405, "VALIDATION_ERROR", "PATCH is not taken at /api/v1/runs; there is GET, POST")]
    [InlineData("POST", "/api/v1/runs", "text/plain", 415, "VALIDATION_ERROR", "Content-Type: application/yaml")]
    [InlineData("GET", "/api/v1/pipelines/any?version=first", null, 400, "VALIDATION_ERROR", "cannot be read")]
    [InlineData("GET", "/api/v1/runs?pipeline=a%00b", null, 400, "VALIDATION_ERROR", "null character")]
    [InlineData("GET", "/api/v1/runs/01a21239-615b-7f71-99f1-f3acf633dfff/events?after=x", null, 400, "VALIDATION_ERROR", "a whole number")]
    [InlineData("GET", "/api/v1/runs?label=a%00=b", null, 400, "VALIDATION_ERROR", "name=value")]
    public async Task Request_ThatCannotBeServed_SaysWhy(string method, string path, string? type, int status, string code, string named)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (type is not null)
            request.Content = new StringContent("name: x", Encoding.UTF8, new MediaTypeHeaderValue(type));

        using var answer = await host.Http.SendAsync(request);

        var problem = await answer.JsonAsync();
        Assert.Equal((status, code), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Contains(named, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(code, problem.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.Contains("x-request-id"));
    }

    [Theory]
    [InlineData("""{ "pipeline": "p", "colour": "red" }""", "colour", "there is no property 'colour'")]
    [InlineData("""{ "pipeline": "p", "labels": 5 }""", "labels", "another kind")]
    [InlineData("""[]""", null, "another kind")]
    [InlineData("""{ "pipeline": "p", "branch": "a\u0000b" }""", "branch", "null character")]
    [InlineData("""{ "pipeline": "p", "labels": { "a": "b\u0000" } }""", "labels.a", "null character")]
    [InlineData("""{ "pipeline": "p", "inputs": { "list": ["ok", "\u0000"] } }""", "inputs.list[1]", "null character")]
    [InlineData("""{ "pipeline": """, "pipeline", "line 1, column")]
    public async Task Start_WrongJson_IsToldWithoutTheNamesOfTypes(string json, string? path, string named)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await host.Http.PostAsync("/api/v1/runs", content);

        var error = (await answer.JsonAsync()).GetProperty("errors")[0];
        Assert.Equal(path, error.TryGetProperty("path", out var place) ? place.GetString() : null);
        Assert.Contains(named, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.DoesNotMatch("Monolith|System|LineNumber|[.]NET", error.GetProperty("message").GetString()!);
    }
}
