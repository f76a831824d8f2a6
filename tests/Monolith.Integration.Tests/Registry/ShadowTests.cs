using System.Text.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Registry;

/// <summary>A run of the real host, done again by versions that do not serve.</summary>
[Collection(OneHost.Name)]
public sealed class ShadowTests(HostFixture fixture) : IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        var hash = await fixture.Http.UploadedAsync(Package.Of("recorded"));
        await fixture.Http.ChangeAsync("unpin");
        await fixture.Http.ChangeAsync("enable");
        await fixture.Http.ChangeAsync($"serve/{hash}");
        await fixture.Http.EndAsync(await fixture.Http.StartAsync("""
            name: greeted
            stages:
              - { id: a, agent: greet, action: greet, parameters: { name: Ada } }
              - { id: b, agent: greet, action: greet, needs: [a], parameters: { name: "${{ stages.a.outputs.greeting }}" } }
              - { id: c, agent: greet, action: run, needs: [b], parameters: { program: "true" } }
            """));
    }

    public Task DisposeAsync() => fixture.Http.LeaveAsync();

    [Fact]
    public async Task Shadow_VersionThatDoesTheSame_MayServe()
    {
        var version = await fixture.Http.UploadedAsync(Package.Of("does the same"), "?serve=false");
        Assert.Equal(409, (await fixture.Http.ChangeAsync($"serve/{version}?require=same")).Status);

        var shadow = await CompareAsync(version);

        Assert.Equal(("finished", true), (shadow.GetProperty("status").GetString(), shadow.GetProperty("isSame").GetBoolean()));
        var attempts = shadow.GetProperty("report").GetProperty("attempts").EnumerateArray().ToList();
        Assert.Equal(["same", "same", "notCompared"], attempts.Select(attempt => attempt.GetProperty("result").GetString()));
        Assert.Equal("It runs a program (true).", attempts[2].GetProperty("reason").GetString());
        Assert.Equal(200, (await fixture.Http.ChangeAsync($"serve/{version}?require=same")).Status);
        Assert.Equal(version, await fixture.Http.ServingAsync());
    }

    [Fact]
    public async Task Shadow_VersionThatDoesAnother_IsToldAndMayNot()
    {
        var before = await fixture.Http.ServingAsync();
        var version = await fixture.Http.UploadedAsync(Package.Of("greets otherwise", "Howdy"), "?serve=false");

        var shadow = await CompareAsync(version);

        var difference = shadow.GetProperty("report").GetProperty("attempts")[0].GetProperty("differences")[0];
        Assert.Equal(("outputs.greeting", "\"Hello, Ada!\"", "\"Howdy, Ada!\""), (difference.GetProperty("field").GetString(), difference.GetProperty("recorded").GetString(), difference.GetProperty("now").GetString()));
        Assert.Equal(409, (await fixture.Http.ChangeAsync($"pin/{version}?require=same")).Status);
        Assert.Equal(before, await fixture.Http.ServingAsync());
    }

    private async Task<JsonElement> CompareAsync(string version)
    {
        using var started = await fixture.Http.PostAsync($"{PackageCalls.Packages}/{Package.Plugin}/shadow/{version}?atMost=3", content: null);
        Assert.Equal(202, (int)started.StatusCode);
        JsonElement shadow;
        while ((shadow = await fixture.Http.JsonAsync(started.Headers.Location!.ToString())).GetProperty("status").GetString() == "running")
            await Task.Delay(50);
        return shadow;
    }
}
