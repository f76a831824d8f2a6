using System.Net;
using System.Text;
using System.Text.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Startup;

/// <summary>The examples of the OpenAPI document, sent as they stand there.</summary>
[Collection(OneHost.Name)]
public sealed class ExampleTests(HostFixture host)
{
    private const string Runs = "/api/v1/runs";
    private const string Definition = "application/yaml";

    [Fact]
    public async Task Examples_OfPipelinesAndRuns_AreTaken()
    {
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Post, "/api/v1/pipelines/validate", Definition)).StatusCode);
        Assert.True((await SendAsync(HttpMethod.Put, "/api/v1/pipelines/{name}", Definition, "hello")).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(HttpMethod.Post, Runs, Definition)).StatusCode);
        var started = await SendAsync(HttpMethod.Post, Runs);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        var run = (await started.JsonAsync()).GetProperty("id").GetGuid();
        await host.Http.EndAsync(run);
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(HttpMethod.Post, $"{Runs}/{{id}}/fork", id: $"{run}", query: "?fromStage=greet")).StatusCode);
    }

    // A body that could not be read would be a 400.
    [Theory]
    [InlineData("/api/v1/decisions/{id}/approve")]
    [InlineData("/api/v1/decisions/{id}/revise")]
    [InlineData("/api/v1/decisions/{id}/escalate")]
    [InlineData("/api/v1/decisions/{id}/abort")]
    [InlineData("/api/v1/clarifications/{id}/answers")]
    public async Task Examples_OfAnswers_AreReadBeforeTheirSubjectIsMissed(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Post, path, id: $"{Guid.NewGuid()}")).StatusCode);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string type = "application/json", string id = "", string query = "")
    {
        var document = await host.Http.JsonAsync("/openapi/v1.json");
        var operation = document.GetProperty("paths").GetProperty(path).GetProperty(method.Method.ToLowerInvariant());
        var example = operation.GetProperty("requestBody").GetProperty("content").GetProperty(type).GetProperty("example");
        var text = example.ValueKind == JsonValueKind.String ? example.GetString()! : example.GetRawText();
        var at = path.Replace("{id}", id, StringComparison.Ordinal).Replace("{name}", id, StringComparison.Ordinal) + query;
        return await host.Http.SendAsync(new HttpRequestMessage(method, at) { Content = new StringContent(text, Encoding.UTF8, type), Headers = { { "x-user-id", "ada" } } });
    }
}
