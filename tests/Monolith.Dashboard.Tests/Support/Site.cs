using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Dashboard.Tests.Support;

/// <summary>One host and one Chromium for all tests of pages.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private IPlaywright playwright = null!;
    private HostProcess host = null!;
    private IBrowser browser = null!;

    internal HttpClient Http => host.Http;

    public async Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", Path.Combine(Path.GetDirectoryName(Built.HostAssembly)!, "plugins", "Monolith.Plugins.E2e"));
        Environment.SetEnvironmentVariable("PLAYWRIGHT_NODEJS_PATH", Program("node"));
        host = await HostProcess.StartAsync(folder.Path);
        await StoreAsync("every-page", Definitions.Quick("every-page"));
        await StartAsync(Definitions.Quick("every-page"));
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program("chromium"), Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await host.DisposeAsync();
        folder.Dispose();
    }

    /// <returns>A page that has shown itself, in a window of its own.</returns>
    internal async Task<Visit> VisitAsync(string path)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = Http.BaseAddress!.ToString(), ViewportSize = new() { Width = 1300, Height = 900 } });
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page, Screenshots);
        await page.GotoAsync(path);
        return visit;
    }

    internal async Task<JsonElement> StartAsync(string yaml)
    {
        using var body = new StringContent(yaml, Encoding.UTF8, "application/yaml");
        using var answer = await Http.PostAsync(new Uri("/api/v1/runs", UriKind.Relative), body);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    internal async Task StoreAsync(string name, string yaml)
    {
        using var body = new StringContent(yaml, Encoding.UTF8, "application/yaml");
        using var answer = await Http.PutAsync(new Uri($"/api/v1/pipelines/{name}", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }

    private static string Screenshots { get; } = typeof(Site).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(one => one.Key == "Screenshots").Value!;

    private static string Program(string name) => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Select(place => Path.Combine(place, name)).FirstOrDefault(File.Exists) ?? throw new InvalidOperationException($"There is no {name} on PATH. Type: sudo apt-get install -y {name}");
}

[CollectionDefinition(Name)]
public sealed class OneSite : ICollectionFixture<Site>
{
    public const string Name = "one site";
}
