using Monolith.Integration.Tests.Hosting;

namespace Monolith.Client.Tests.Support;

/// <summary>One host for all tests of the project, with the recorder agent.</summary>
public sealed class HostFixture : IAsyncLifetime
{
    private readonly TestFolder folder = new();

    internal HostProcess Host { get; private set; } = null!;

    internal Uri Address => Host.Http.BaseAddress!;

    internal MonolithClient Client => new(Address);

    internal string this[string name] => folder[name];

    public async Task InitializeAsync()
    {
        Plugins.Drop(folder.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
        Host = await HostProcess.StartAsync(folder.Path, ("Breakers__MinimumCalls", "100000"));
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>A file with a definition.</summary>
    internal string Write(string name, string definition)
    {
        File.WriteAllText(this[name], definition);
        return this[name];
    }
}

[CollectionDefinition(Name)]
public sealed class OneHost : ICollectionFixture<HostFixture>
{
    public const string Name = "one host";
}
