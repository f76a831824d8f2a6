using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Registry;

[Collection(OneHost.Name)]
public sealed class UploadTests(HostFixture fixture) : IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await fixture.Http.UploadedAsync(Package.Of("0"));
        await fixture.Http.ChangeAsync("unpin");
        await fixture.Http.ChangeAsync("enable");
    }

    public Task DisposeAsync() => fixture.Http.LeaveAsync();

    [Fact]
    public async Task Upload_NewVersion_ServesAndTheSameAgainIsTheSame()
    {
        var (status, body) = await fixture.Http.UploadAsync(Package.Of("served"));
        var again = await fixture.Http.UploadAsync(Package.Of("served"));

        var package = body.GetProperty("package");
        Assert.Equal((201, 200), (status, again.Status));
        Assert.Equal((Package.Plugin, "1.2.0", true), (package.GetProperty("plugin").GetString(), package.GetProperty("version").GetString(), body.GetProperty("serving").GetBoolean()));
        Assert.Equal(package.GetProperty("contentHash").GetString(), await fixture.Http.ServingAsync());
        var listed = await fixture.Http.JsonAsync($"{PackageCalls.Packages}/{Package.Plugin}");
        Assert.Equal(package.GetProperty("contentHash").GetString(), listed.GetProperty("hosts")[0].GetProperty("contentHash").GetString());
    }

    [Fact]
    public async Task Upload_Version_IsInTheAuditTrailWithItsHash()
    {
        var hash = await fixture.Http.UploadedAsync(Package.Of("audited"), "?plugin=&serve=false");

        var trail = await fixture.Http.JsonAsync($"/api/v1/audit?action=package.upload&subject={Package.Plugin}");
        var entry = trail.GetProperty("entries").EnumerateArray().First(one => one.GetProperty("result").GetString() == "201");
        var detail = entry.GetProperty("detail");
        Assert.Equal((hash, "1.2.0", "upload"), (detail.GetProperty("contentHash").GetString(), detail.GetProperty("version").GetString(), detail.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task Upload_ServeFalse_LeavesWhatServes()
    {
        var before = await fixture.Http.ServingAsync();

        var uploaded = await fixture.Http.UploadedAsync(Package.Of("kept back"), "?serve=false");

        Assert.Equal(before, await fixture.Http.ServingAsync());
        Assert.Equal(200, (await fixture.Http.ChangeAsync($"serve/{uploaded}")).Status);
        Assert.Equal(uploaded, await fixture.Http.ServingAsync());
    }

    [Fact]
    public async Task Upload_OtherHashThanExpected_IsRefused()
    {
        var (status, body) = await fixture.Http.UploadAsync(Package.Of("expected"), $"?expectedHash={new string('a', 64)}");

        Assert.Equal((422, "expectedHash"), (status, body.GetProperty("errors")[0].GetProperty("path").GetString()));
    }
}
