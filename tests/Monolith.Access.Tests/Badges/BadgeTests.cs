using System.Net;
using System.Text;
using System.Xml.Linq;
using Monolith.Access.Tests.Audit;
using Monolith.Access.Tests.Projects;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Badges;

/// <summary>On a host whose setting Badges:Public is default/shown-*.</summary>
[Collection(OneKeyedHost.Name)]
public sealed class BadgeTests(KeyedHostFixture keyed)
{
    [Theory]
    [InlineData("true", "stage_succeeded", "passing", "brightgreen")]
    [InlineData("false", "stage_failed", "failing", "red")]
    public async Task Badge_OfTheLastRun_IsShownToEverybodyWhereItIsPublic(string script, string end, string message, string color)
    {
        var name = $"shown-{message}";
        await StoreAsync(name, script);
        using var nobody = keyed.Client(key: null);
        Assert.Equal("unknown", (await nobody.SendAsync(HttpMethod.Get, $"/badges/default/{name}/badge.json")).Body.Text("message"));
        await RunFollower.UntilAsync(keyed.Admin.Http, (await keyed.Admin.SendAsync(HttpMethod.Post, "/api/v1/runs", new { pipeline = name })).Body.Text("id"), end, end.Replace("stage_", "run_", StringComparison.Ordinal));

        using var picture = await nobody.Http.GetAsync($"/badges/default/{name}/badge.svg");
        var svg = XDocument.Parse(await picture.Content.ReadAsStringAsync()).Root!;
        var data = (await nobody.SendAsync(HttpMethod.Get, $"/badges/default/{name}/badge.json")).Body;
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/badges/default/{name}/badge.svg");
        again.Headers.IfNoneMatch.Add(picture.Headers.ETag!);

        Assert.Equal(("image/svg+xml", $"{name}: {message}"), (picture.Content.Headers.ContentType!.MediaType, (string)svg.Attribute("aria-label")!));
        Assert.Equal((1, name, message, color), (data.GetProperty("schemaVersion").GetInt32(), data.Text("label"), data.Text("message"), data.Text("color")));
        Assert.Equal(("public, max-age=30", "cross-origin"), (picture.Headers.CacheControl!.ToString(), picture.Headers.GetValues("Cross-Origin-Resource-Policy").Single()));
        Assert.Equal(HttpStatusCode.NotModified, (await nobody.Http.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task Badge_OfOthers_IsForViewersOnly()
    {
        await StoreAsync("hidden", "true");
        using var nobody = keyed.Client(key: null);
        using var viewer = await keyed.ClientOfAsync("badge-vic", "viewer");

        Assert.Equal((404, 404), (await nobody.StatusAsync("/badges/default/hidden/badge.svg"), await nobody.StatusAsync("/badges/default/no-such/badge.svg")));
        Assert.Equal((401, 200), (await nobody.StatusAsync("/api/v1/pipelines/hidden/badge.svg"), await viewer.StatusAsync("/api/v1/pipelines/hidden/badge.svg")));
    }

    private async Task StoreAsync(string name, string script)
    {
        var yaml = $"name: {name}\nstages: [{{ id: one, agent: command, action: run, parameters: {{ script: \"{script}\" }} }}]";
        using var put = await keyed.Admin.Http.PutAsync($"/api/v1/pipelines/{name}", new StringContent(yaml, Encoding.UTF8, "application/yaml"));
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());
    }
}
