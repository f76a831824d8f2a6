using System.Net;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Startup;

[Collection(OneHost.Name)]
public sealed class HealthTests(HostFixture host)
{
    [Fact]
    public async Task Ready_HostUp_HasTheContractsShape()
    {
        var report = await host.Http.JsonAsync("/health/ready");

        Assert.Equal("healthy", report.GetProperty("status").GetString());
        Assert.Equal("not configured", report.GetProperty("components").GetProperty("redis").GetProperty("message").GetString());
        Assert.True(report.GetProperty("uptime").GetDouble() > 0);
        foreach (var name in new[] { "database", "redis", "agents" })
        {
            var component = report.GetProperty("components").GetProperty(name);
            Assert.Equal("healthy", component.GetProperty("status").GetString());
            Assert.True(component.GetProperty("responseTime").GetDouble() >= 0);
            Assert.True(component.TryGetProperty("timestamp", out _));
        }
    }

    [Fact]
    public async Task Detailed_HostUp_HasProcessAndFileSystem()
    {
        var report = await host.Http.JsonAsync("/health/detailed");

        Assert.Equal(host.Host.ProcessId, report.GetProperty("pid").GetInt32());
        Assert.True(report.GetProperty("memory").GetProperty("rss").GetInt64() > 0);
        Assert.True(report.GetProperty("cpu").GetProperty("user").GetDouble() > 0);
        Assert.Equal("healthy", report.GetProperty("components").GetProperty("filesystem").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Request_IdsMalformed_AreReplacedAndNotToldBack()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health");
        request.Headers.Add("x-request-id", "good-1");
        request.Headers.TryAddWithoutValidation("x-correlation-id", "<script>");

        using var response = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("good-1", response.Headers.GetValues("x-request-id").Single());
        Assert.DoesNotContain("<", response.Headers.GetValues("x-correlation-id").Single(), StringComparison.Ordinal);
    }
}
