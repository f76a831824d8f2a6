using System.Net;
using System.Text;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Logs;

[Collection(OneHost.Name)]
public sealed class LogLevelRefusalTests(HostFixture host)
{
    [Theory]
    [InlineData("""{ "level": "loud" }""", "level")]
    [InlineData("""{ "levl": "debug" }""", null)]
    [InlineData("""{ "level": "debug", "category": "no such:thing" }""", "category")]
    public async Task LogLevel_Wrong_IsAProblem(string body, string? path)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await host.Http.PutAsync("/api/v1/operations/log-level", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.JsonAsync();
        Assert.Equal("VALIDATION_ERROR", problem.GetProperty("code").GetString());
        if (path is not null)
            Assert.Equal(path, problem.GetProperty("errors")[0].GetProperty("path").GetString());
    }
}
