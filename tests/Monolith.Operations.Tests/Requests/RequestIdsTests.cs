using System.Net;
using Microsoft.AspNetCore.Builder;
using Monolith.Kernel;
using Monolith.Operations.Tests.Support;

namespace Monolith.Operations.Tests.Requests;

public sealed class RequestIdsTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string OtherTrace = "11111111111111111111111111111111";
    private const string TraceParent = $"00-{Trace}-b7ad6b7169203331-01";

    private static readonly string[] Ids = ["x-request-id", "x-trace-id", "x-correlation-id"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ids_WellFormed_AreToldBack(bool logs)
    {
        await using var app = await StartAsync(logs);

        var told = await AskAsync(app, "/", ("x-request-id", "r-1"), ("x-trace-id", Trace), ("x-correlation-id", "C.2_x"));

        Assert.Equal(["r-1", Trace, "C.2_x"], told);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ids_None_AreMade(bool logs)
    {
        await using var app = await StartAsync(logs);

        var first = await AskAsync(app, "/");
        var second = await AskAsync(app, "/");

        Assert.All(first, id => Assert.Matches("^[0-9a-f]{32}$", id));
        Assert.Equal(first[0], first[2]);
        Assert.Empty(first.Intersect(second));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("<script>")]
    [InlineData("a,b")]
    [InlineData("ü")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task Ids_Malformed_AreReplacedAndNotToldBack(string wrong)
    {
        await using var app = await StartAsync();

        var told = await AskAsync(app, "/", [.. Ids.Select(id => (id, wrong))]);

        Assert.All(told, id => Assert.Matches("^[0-9a-f]{32}$", id));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("0AF7651916CD43DD8448EB211C80319C")]
    public async Task TraceId_NoTraceOfW3C_IsReplaced(string wrong)
    {
        await using var app = await StartAsync();

        var told = await AskAsync(app, "/", ("x-trace-id", wrong));

        Assert.Matches("^[0-9a-f]{32}$", told[1]);
        Assert.NotEqual(wrong, told[1]);
    }

    [Fact]
    public async Task TraceParent_BesideATraceId_Wins()
    {
        await using var app = await StartAsync();

        Assert.Equal(Trace, (await AskAsync(app, "/", ("traceparent", TraceParent), ("x-trace-id", OtherTrace)))[1]);
    }

    [Theory]
    [InlineData("traceparent", "not-a-parent")]
    [InlineData("traceparent", "00-00000000000000000000000000000000-b7ad6b7169203331-01")]
    [InlineData("Request-Id", "|legacy.1.")]
    public async Task TraceParent_Malformed_CountsAsAbsent(string header, string wrong)
    {
        await using var app = await StartAsync();

        Assert.Equal(OtherTrace, (await AskAsync(app, "/", (header, wrong), ("x-trace-id", OtherTrace)))[1]);
        Assert.Matches("^[0-9a-f]*[1-9a-f][0-9a-f]*$", (await AskAsync(app, "/", (header, wrong)))[1]);
    }

    [Theory]
    [InlineData("/broken", HttpStatusCode.InternalServerError)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task Ids_OfAnErrorAnswer_AreToldBack(string path, HttpStatusCode status)
    {
        await using var app = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("x-request-id", "r-1");
        request.Headers.Add("traceparent", TraceParent);

        using var response = await app.Http.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(["r-1", Trace, "r-1"], Told(response));
    }

    [Fact]
    public async Task Origin_WithinARequest_HoldsItsIds()
    {
        Origin? seen = null;
        await using var app = await RequestApp.StartAsync(routes => routes.MapGet("/", () => seen = Origin.Current));

        await AskAsync(app, "/", ("x-request-id", "r-1"), ("traceparent", TraceParent), ("x-user-id", "ada"), ("x-session-id", "no good"));

        Assert.Equal(("r-1", null, "ada", null, Trace), (seen?.RequestId, seen?.CorrelationId, seen?.UserId, seen?.SessionId, seen?.TraceId));
        Assert.Null(Origin.Current);
    }

    private static Task<RequestApp> StartAsync(bool logs = true) => RequestApp.StartAsync(
        routes =>
        {
            routes.MapGet("/", () => "x");
            routes.MapGet("/broken", string () => throw new InvalidOperationException("broken"));
        },
        logs);

    private static async Task<string[]> AskAsync(RequestApp app, string path, params (string Name, string Value)[] headers)
    {
        using var handler = new SocketsHttpHandler { ActivityHeadersPropagator = null, RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 };
        using var http = new HttpClient(handler) { BaseAddress = app.Http.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        using var response = await http.SendAsync(request);
        return Told(response);
    }

    private static string[] Told(HttpResponseMessage response) => [.. Ids.Select(id => response.Headers.GetValues(id).Single())];
}
