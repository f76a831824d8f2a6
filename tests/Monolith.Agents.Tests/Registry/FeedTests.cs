using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Agents.Registry.Feeds;
using Monolith.Agents.Registry.Uploading;
using Monolith.Agents.Tests.Network;
using Monolith.Agents.Tests.Support;
using Monolith.Kernel;
using Monolith.Secrets.Contracts;

namespace Monolith.Agents.Tests.Registry;

/// <summary>A feed that wants a key and sends on to another place for the package itself, as those of clouds do.</summary>
public sealed class FeedTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder data = new();
    private readonly List<(string Path, string Key)> asked = [];
    private WebApplication feed = null!;
    private WebApplication place = null!;

    public async Task InitializeAsync()
    {
        place = await ServeAsync(app => app.MapGet("/blob", () => Results.Bytes(Packages.Nupkg("Acme.Hello", "1.2.0"))));
        feed = await ServeAsync(app =>
        {
            app.MapGet("/index.json", () => """{ "version": "3.0.0", "resources": [{ "@id": "/flat", "@type": "PackageBaseAddress/3.0.0" }] }""");
            app.MapGet("/flat/acme.hello/1.2.0/acme.hello.1.2.0.nupkg", () => Results.Redirect($"{place.Urls.Single()}/blob"));
        });
    }

    [Fact]
    public async Task Get_PackageOfAFeed_ComesWithTheKeyThatIsForTheFeedOnly()
    {
        using var received = (await Feeds("Local").GetAsync("company", new PackageId("Acme.Hello", "1.2.0"), default)).Value;

        Assert.Equal(("Acme.Hello", "1.2.0"), (PackageName.Of(received.File, asked: null).Value.Plugin, PackageName.Of(received.File, asked: null).Value.Version));
        var key = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("ada:secret"))}";
        Assert.Equal([("/index.json", key), ("/flat/acme.hello/1.2.0/acme.hello.1.2.0.nupkg", key), ("/blob", "")], asked);
    }

    [Theory]
    [InlineData("Local", "company", "2.0.0", ErrorCodes.NotFound, "The feed 'company' has no Acme.Hello 2.0.0.")]
    [InlineData("Local", "nobody", "1.2.0", ErrorCodes.ValidationError, "There is no feed 'nobody' in Plugins:Feeds. It has: company, folder.")]
    [InlineData("Production", "company", "1.2.0", ErrorCodes.NetworkError, "Agents:AllowedNetworks")]
    [InlineData("Local", "folder", "1.2.0", ErrorCodes.NotFound, "The feed 'folder' has no Acme.Hello 1.2.0.")]
    public async Task Get_WhatThereIsNot_SaysWhatIsWrong(string environment, string name, string version, string code, string said)
    {
        var problem = Assert.Single((await Feeds(environment).GetAsync(name, new PackageId("Acme.Hello", version), default)).Problems);

        Assert.Equal(code, problem.Code);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem.Message, StringComparison.Ordinal);
    }

    public async Task DisposeAsync()
    {
        await feed.DisposeAsync();
        await place.DisposeAsync();
    }

    public void Dispose() => data.Dispose();

    private PackageFeeds Feeds(string environment)
    {
        var options = new PluginsOptions { Feeds = { ["company"] = $"{feed.Urls.Single()}/index.json", ["folder"] = data.Sub("feed") }, FeedSecrets = { ["company"] = "feed-key" } };
        var inbox = new PackageInbox(new DataFolders(data.Path), Options.Create(options));
        return new PackageFeeds(Options.Create(options), inbox, new HttpFeed(Options.Create(options), inbox, Networks.In(environment), new Secret()));
    }

    private async Task<WebApplication> ServeAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Use((http, next) =>
        {
            asked.Add((http.Request.Path, http.Request.Headers.Authorization.ToString()));
            return next();
        });
        map(app);
        await app.StartAsync();
        return app;
    }

    private sealed class Secret : ISecrets
    {
        public Task<Result<string?>> FindAsync(string project, string name, CancellationToken cancellationToken) =>
            Task.FromResult<Result<string?>>((project, name) == ("default", "feed-key") ? "ada:secret" : null);
    }
}
