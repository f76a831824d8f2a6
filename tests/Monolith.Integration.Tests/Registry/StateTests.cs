using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Registry;

[Collection(OneHost.Name)]
public sealed class StateTests(HostFixture fixture) : IAsyncLifetime
{
    private string first = "";
    private string second = "";

    public async Task InitializeAsync()
    {
        first = await fixture.Http.UploadedAsync(Package.Of("first"));
        await fixture.Http.ChangeAsync("unpin");
        await fixture.Http.ChangeAsync("enable");
        await fixture.Http.ChangeAsync($"serve/{first}");
        second = await fixture.Http.UploadedAsync(Package.Of("second"));
        await fixture.Http.ChangeAsync($"serve/{second}");
    }

    public Task DisposeAsync() => fixture.Http.LeaveAsync();

    [Fact]
    public async Task Rollback_AfterAnUpload_ServesWhatServedBefore()
    {
        var (status, body) = await fixture.Http.ChangeAsync("rollback");

        Assert.Equal((200, first, second), (status, body.GetProperty("serving").GetString(), body.GetProperty("previous").GetString()));
        Assert.Equal(first, await fixture.Http.ServingAsync());
    }

    [Fact]
    public async Task Pin_UploadsLeaveItAloneAndRollbackIsRefused()
    {
        Assert.Equal(200, (await fixture.Http.ChangeAsync($"pin/{first}")).Status);

        await fixture.Http.UploadedAsync(Package.Of("third"));

        Assert.Equal(first, await fixture.Http.ServingAsync());
        Assert.Equal((409, 409), ((await fixture.Http.ChangeAsync("rollback")).Status, (await fixture.Http.ChangeAsync($"serve/{second}")).Status));
    }

    [Fact]
    public async Task Disable_ThenEnable_StopsAndServesAgain()
    {
        await fixture.Http.ChangeAsync("disable");
        Assert.Null(await fixture.Http.ServingAsync());

        await fixture.Http.ChangeAsync("enable");
        Assert.Equal(second, await fixture.Http.ServingAsync());
    }
}
