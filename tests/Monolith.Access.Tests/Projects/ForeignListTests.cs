using Monolith.Access.Tests.Routes;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Projects;

[Collection(OneKeyedHost.Name)]
public sealed class ForeignListTests(KeyedHostFixture keyed)
{
    /// <summary>It ends with its reader; what it leaves out is in RunChangesTests of Live.</summary>
    private const string Endless = "/api/v1/runs/changes";

    private static readonly string[] Lists = ["runs", "pipelines", "decisions", "clarifications", "dead-letters", "keys"];

    [Fact]
    public async Task Get_WhateverNamesNoItem_ShowsNothingOfAnotherProject()
    {
        var (red, blue) = (await keyed.RedAsync(), await keyed.BlueAsync());
        var traces = red.Ids.Values.Append(RedProject.Pipeline).ToList();

        foreach (var (_, path) in RouteMatrix.CallsOf(keyed.Host.Routes).Where(call => call.Method == "GET" && call.Path != Endless && !call.Path.Contains('{', StringComparison.Ordinal)))
        {
            using var answer = await blue.Http.GetAsync(path);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.All(traces, trace => Assert.False(body.Contains(trace, StringComparison.OrdinalIgnoreCase), $"{path} shows {trace}."));
        }
    }

    [Fact]
    public async Task List_AsItsOwner_HasTheItem()
    {
        var red = await keyed.RedAsync();
        using var client = keyed.Client(red.Key);

        foreach (var list in Lists)
            Assert.Contains(red.Ids.GetValueOrDefault(list, RedProject.Pipeline), await client.Http.GetStringAsync($"/api/v1/{list}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ProjectOfOthersByName_IsNotThere()
    {
        await keyed.RedAsync();
        var blue = await keyed.BlueAsync();

        foreach (var list in Lists)
            Assert.Equal((list, 404), (list, await blue.StatusAsync($"/api/v1/{list}?project={RedProject.Name}")));
        Assert.Equal(404, await blue.StatusAsync($"/api/v1/pipelines/{RedProject.Pipeline}?project={RedProject.Name}"));
    }

    [Fact]
    public async Task Cancel_AllThatWaits_LeavesAnotherProjectsRuns()
    {
        var red = await keyed.RedAsync();
        using var grey = keyed.Client(await keyed.Admin.NewKeyAsync(new { name = "grey", roles = new[] { "admin" }, projects = new[] { "grey" } }));

        var (_, done) = await grey.SendAsync(HttpMethod.Post, "/api/v1/runs:cancel?status=waiting,running");

        Assert.Equal(0, done.GetProperty("matched").GetInt32());
        Assert.Equal("waiting", (await keyed.Admin.SendAsync(HttpMethod.Get, $"/api/v1/runs/{red.Ids["runs"]}")).Body.GetProperty("status").GetString());
    }
}
