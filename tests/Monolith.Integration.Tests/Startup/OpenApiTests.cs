using System.Text.Json;
using Monolith.Integration.Tests.Hosting;
using Snapshooter.Xunit;

namespace Monolith.Integration.Tests.Startup;

[Collection(OneHost.Name)]
public sealed class OpenApiTests(HostFixture host)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public async Task Document_AsServed_IsTheReviewedOne()
    {
        var document = await host.Http.JsonAsync("/openapi/v1.json");

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Snapshot.Match(JsonSerializer.Serialize(document, Indented), "openapi");
    }

    [Fact]
    public async Task Document_EveryOperation_HasAnIdOfItsOwn()
    {
        var document = await host.Http.JsonAsync("/openapi/v1.json");

        var ids = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Select(operation => operation.Value.TryGetProperty("operationId", out var id) ? id.GetString() : operation.Name).ToList();

        Assert.Equal(ids.Count, ids.Where(id => id is [>= 'A' and <= 'Z', ..]).Distinct().Count());
    }

    [Fact]
    public async Task Pages_DocsAndHangfire_AreServedWithNothingFromOutside()
    {
        foreach (var path in new[] { "/docs/", "/hangfire" })
        {
            var page = await host.Http.GetStringAsync(path);
            Assert.DoesNotMatch("""(src|href)=["']https?://(?!127\.0\.0\.1|localhost|www\.hangfire\.io)""", page);
        }
    }

    [Theory]
    [InlineData("\"withDefaultFonts\":false")]
    [InlineData("\"showDeveloperTools\":\"never\"")]
    [InlineData("\"telemetry\":false")]
    [InlineData("\"hideClientButton\":true")]
    [InlineData("\"agent\":{\"disabled\":true")]
    public async Task Docs_AsConfigured_AsksNothingOfOtherServers(string setting)
    {
        Assert.Contains(setting, await host.Http.GetStringAsync("/docs/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Root_BareAddress_LeadsToTheDashboard()
    {
        using var answer = await host.Http.GetAsync("/");

        Assert.Equal("/runs", answer.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.True(answer.IsSuccessStatusCode);
    }
}
