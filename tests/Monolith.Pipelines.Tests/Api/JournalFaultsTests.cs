using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Pipelines.Api;
using Monolith.Pipelines.Journal;
using Npgsql;

namespace Monolith.Pipelines.Tests.Api;

public sealed class JournalFaultsTests
{
    public static TheoryData<Exception> Outages => new(
        new JournalUnavailableException("The database did not take the commit."),
        new NpgsqlException("cut", new IOException()),
        // As Marten hands on what Npgsql said.
        new InvalidOperationException("Marten Command Failure", new NpgsqlException("cut", new IOException())),
        new InvalidOperationException("Marten Command Failure", Stopped("57P01")),
        Stopped("57P02"));

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task Handle_DatabaseAway_Is503WithRetryAfter(Exception outage)
    {
        var http = Context();

        Assert.True(await new JournalFaults().TryHandleAsync(http, outage, CancellationToken.None));

        Assert.Equal((503, "5"), (http.Response.StatusCode, http.Response.Headers.RetryAfter.ToString()));
        http.Response.Body.Position = 0;
        using var problem = await JsonDocument.ParseAsync(http.Response.Body);
        Assert.Equal("DATABASE_ERROR", problem.RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Handle_Bug_IsLeftToOthers() =>
        Assert.False(await new JournalFaults().TryHandleAsync(Context(), new InvalidOperationException("a bug"), CancellationToken.None));

    private static PostgresException Stopped(string state) => new("terminating connection", "FATAL", "FATAL", state);

    private static DefaultHttpContext Context() => new()
    {
        RequestServices = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider(),
        Response = { Body = new MemoryStream() },
    };
}
