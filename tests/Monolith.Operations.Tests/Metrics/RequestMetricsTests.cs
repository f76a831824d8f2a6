using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Monolith.Operations.Tests.Support;

namespace Monolith.Operations.Tests.Metrics;

public sealed class RequestMetricsTests
{
    private static readonly byte[] Thousand = new byte[1_000];

    [Fact]
    public async Task Requests_TenThousandDistinctUrls_AddNoSeries()
    {
        await using var app = await MetricsApp.StartAsync(routes => routes.MapGet("/items/{id:int}", (int id) => "x"));
        await app.Http.GetAsync("/items/0");
        await app.Http.GetAsync("/nowhere/0");
        await app.LinesAsync();
        var before = (await app.LinesAsync()).Count;

        await Parallel.ForEachAsync(Enumerable.Range(1, 5_000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, stop) =>
        {
            await app.Http.GetAsync($"/items/{number}", stop);
            await app.Http.GetAsync($"/nowhere/{number}?q={number}", stop);
        });

        var after = await app.LinesAsync();
        Assert.Equal(before, after.Count);
        Assert.Contains("""http_requests_total{method="GET",path="/items/{id:int}"} 5001""", after);
        Assert.Contains("""http_errors_total{method="GET",path="unmatched",status_code="404",error_type="client"} 5001""", after);
    }

    [Fact]
    public async Task Requests_UnusualMethods_ShareOneLabel()
    {
        await using var app = await MetricsApp.StartAsync();
        for (var number = 0; number < 100; number++)
        {
            using var request = new HttpRequestMessage(new HttpMethod($"BREW{number}"), "/nowhere");
            await app.Http.SendAsync(request);
        }

        var lines = await app.LinesAsync();

        Assert.Contains("""http_requests_total{method="other",path="unmatched"} 100""", lines);
        Assert.DoesNotContain(lines, line => line.Contains("BREW", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Request_HandlerThrows_IsAServerErrorOfItsRoute()
    {
        await using var app = await MetricsApp.StartAsync(routes => routes.MapGet("/broken/{id}", string (string id) => throw new InvalidOperationException(id)));

        var answer = await app.Http.GetAsync("/broken/1");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains(
            """http_errors_total{method="GET",path="/broken/{id}",status_code="500",error_type="server"} 1""", await app.LinesAsync());
    }

    [Fact]
    public async Task Request_EachWayToWriteABody_IsCounted()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, Thousand);
        await using var app = await MetricsApp.StartAsync(routes =>
        {
            routes.MapGet("/pipe", async (HttpContext http) => await http.Response.BodyWriter.WriteAsync(Thousand));
            routes.MapGet("/stream", async (HttpContext http) => await http.Response.Body.WriteAsync(Thousand));
            routes.MapGet("/json", () => TypedResults.Ok("12345"));
            routes.MapGet("/file", async (HttpContext http) => await http.Response.SendFileAsync(file));
            routes.MapGet("/nothing", () => TypedResults.NoContent());
        });
        foreach (var path in new[] { "pipe", "stream", "json", "file", "nothing" })
            (await app.Http.GetAsync($"/{path}")).EnsureSuccessStatusCode();

        var lines = await app.LinesAsync();

        Assert.Equal((1_000, 1_000, 7, 1_000, 0), (Size("pipe"), Size("stream"), Size("json"), Size("file"), Size("nothing")));
        File.Delete(file);

        int Size(string path) => int.Parse(lines.Single(line => line.StartsWith(
            $$"""http_response_size_bytes_sum{method="GET",path="/{{path}}"}""", StringComparison.Ordinal)).Split(' ')[1], null);
    }

    [Fact]
    public async Task Summary_Filtered_HoldsWhatIsAskedFor()
    {
        await using var app = await MetricsApp.StartAsync(routes => routes.MapGet("/a", () => "x"));
        await app.Http.GetAsync("/a");
        await app.Http.GetAsync("/nowhere");

        var byName = await app.SummaryAsync("name=http_requests_total");
        var byBoth = await app.SummaryAsync("name=http_request*&label=path=/a&label=path=/b&label=method=GET");
        var none = await app.SummaryAsync("label=path=/z");

        Assert.Equal(["http_requests_total"], byName.EnumerateObject().Select(metric => metric.Name));
        Assert.Equal(["http_request_duration_ms", "http_requests_total"], byBoth.EnumerateObject().Select(metric => metric.Name));
        var duration = byBoth.GetProperty("http_request_duration_ms");
        Assert.Equal("histogram", duration.GetProperty("type").GetString());
        var series = duration.GetProperty("values").EnumerateArray().Single();
        Assert.Equal("/a", series.GetProperty("labels").GetProperty("path").GetString());
        Assert.Equal(1, series.GetProperty("count").GetDouble());
        Assert.True(series.GetProperty("percentiles").GetProperty("p99").GetDouble() > 0);
        Assert.Empty(none.EnumerateObject());
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Http.GetAsync("/metrics/summary?label=path")).StatusCode);
    }
}
