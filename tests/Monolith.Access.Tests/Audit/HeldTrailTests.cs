using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Audit;

/// <summary>While the trail cannot be written.</summary>
[Collection(OneKeyedHost.Name)]
public sealed class HeldTrailTests(KeyedHostFixture keyed)
{
    private const string Run = "name: unwritten\nstages:\n  - { id: one, wait: { signal: go } }";

    [Fact]
    public async Task Change_WhileTheTrailCannotBeWritten_AdminsIsRefusedAndOthersIsWrittenLater()
    {
        HttpResponseMessage started;
        await using (await HeldTrail.HoldAsync(keyed.Host))
        {
            var refused = keyed.Admin.SendAsync(HttpMethod.Post, "/api/v1/keys", new { name = "unwritten", roles = new[] { "viewer" } });
            started = await keyed.Admin.Http.PostAsync("/api/v1/runs", new StringContent(Run, Encoding.UTF8, "application/yaml"));

            Assert.Equal(503, (await refused).Status);
            Assert.Equal(202, (int)started.StatusCode);
            Assert.Empty(await keyed.Admin.EntriesAsync("who=root&action=run.start&subject=" + Id(started)));
        }

        await keyed.Host.Services.GetRequiredService<IAuditLog>().WriteAsync(new AuditEvent("test.later"), CancellationToken.None);
        Assert.Equal("202", Assert.Single(await keyed.Admin.EntriesAsync("action=run.start&subject=" + Id(started))).Text("result"));
        var (_, keys) = await keyed.Admin.SendAsync(HttpMethod.Get, "/api/v1/keys");
        Assert.DoesNotContain("unwritten", keys.ToString(), StringComparison.Ordinal);
    }

    private static string Id(HttpResponseMessage started) => started.Headers.Location!.ToString().Split('/')[^1];
}
