namespace Monolith.Integration.Tests.Hosting;

/// <summary>One host for all tests that do not stop it, with the recorder agent dropped into its plugins folder.</summary>
public sealed class HostFixture : IAsyncLifetime
{
    private readonly TestFolder folder = new();

    internal HostProcess Host { get; private set; } = null!;

    internal HttpClient Http => Host.Http;

    internal string Folder => folder.Path;

    internal string this[string name] => folder[name];

    public async Task InitializeAsync()
    {
        Plugins.Drop(folder.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
        Plugins.DropBroken(folder.Path, "broken");
        // Many tests have the recorder fail on purpose; the failures of one must not put off the stages of another.
        Host = await HostProcess.StartAsync(folder.Path, ("Scaling__Enabled", "true"), ("Breakers__MinimumCalls", "100000"));
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        // What it said, for whoever looks into a test that failed.
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "one-host.log"), Host.Output);
        folder.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class OneHost : ICollectionFixture<HostFixture>
{
    public const string Name = "one host";
}
