using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Host.Startup;

namespace Monolith.Access.Tests.Support;

/// <summary>The host's own composition in this process, on a folder and an embedded database of its own.</summary>
internal sealed class RealHost : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"monolith-{Guid.NewGuid().ToString("N")[..12]}"));
    private MonolithHost host = null!;

    public IServiceProvider Services => host.Services;

    public Uri Address => new(host.Address);

    public IReadOnlyList<RouteEndpoint> Routes => [.. Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public static Task<RealHost> StartAsync(params string[] settings) => StartAsync(new RealHost(), settings);

    /// <summary>With the agent <c>command</c>, as a user would drop it, and a plugin <c>Forged</c> whose signature is none.</summary>
    public static Task<RealHost> StartWithCommandsAsync(params string[] settings)
    {
        var real = new RealHost();
        var from = typeof(RealHost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Commands").Value!;
        var to = real.folder.CreateSubdirectory("plugins").CreateSubdirectory("Monolith.Plugins.Command").FullName;
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(real.folder.CreateSubdirectory("plugins/Forged").FullName, "monolith.signature.json"), "{}");
        return StartAsync(real, settings);
    }

    private static async Task<RealHost> StartAsync(RealHost real, string[] settings)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(real.folder.FullName, File.GetUnixFileMode(real.folder.FullName) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        string[] words = [$"--Storage:DataDirectory={real.folder.FullName}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning", .. settings];
        real.host = await MonolithHost.StartAsync(words, isDemo: false, CancellationToken.None);
        return real;
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
