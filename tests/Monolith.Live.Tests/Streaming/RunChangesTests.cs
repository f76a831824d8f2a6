using Monolith.Access.Contracts.Projects;
using Monolith.Live.Streaming;
using Monolith.Live.Tests.Support;

namespace Monolith.Live.Tests.Streaming;

public sealed class RunChangesTests : IAsyncLifetime
{
    private readonly LiveApp live = new();

    public Task InitializeAsync() => live.StartAsync();

    public async Task DisposeAsync() => await live.DisposeAsync();

    [Fact]
    public void Say_RowsOfSeveralProjects_TellsThoseOfTheCallersAlone()
    {
        var batch = new RunFeedBatch([new(Guid.NewGuid(), "red", "\"red\""), new(Guid.NewGuid(), "blue", "\"blue\"")], 0);

        var told = Assert.Single(RunChangesEndpoint.Say(batch, ProjectScope.Of(["blue"])));

        Assert.Equal("[\"blue\"]", told.Data);
        Assert.Empty(RunChangesEndpoint.Say(batch, ProjectScope.Of(["green"])));
    }

    [Fact]
    public async Task Follow_RunChanges_BringsItsRow()
    {
        using var reader = await live.FollowAsync("/api/v1/runs/changes");
        Assert.Equal("retry: 1000", await reader.ReadLineAsync());
        var run = Guid.NewGuid();

        live.History.Append(run, "run_created");

        Assert.Equal("", await reader.ReadLineAsync());
        Assert.Equal("event: runs", await reader.ReadLineAsync());
        Assert.Equal($"data: [\"{run}\"]", await reader.ReadLineAsync());
    }
}
