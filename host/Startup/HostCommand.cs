using Monolith.Host.Demo;
using Monolith.Operations;

namespace Monolith.Host.Startup;

/// <summary>The command line: nothing to serve, <c>demo</c> for the main job before one's eyes, <c>--check-config</c> to look only.</summary>
internal static class HostCommand
{
    private const int Failed = 1;
    private const int Refused = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var isDemo = args.FirstOrDefault() == "demo";
        var words = isDemo ? args[1..] : args;
        using var stop = OperationsModule.ListenForStop();
        try
        {
            await using var host = await MonolithHost.StartAsync(words, isDemo, stop.Token, services => services.AddStopSignals(stop));
            return isDemo ? await DemoAsync(host, words, stop.Token) : await ServeAsync(host);
        }
        catch (StartRefusedException refused)
        {
            foreach (var reason in refused.Reasons)
                await Console.Error.WriteLineAsync(reason);
            return Refused;
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            return Failed;
        }
    }

    private static async Task<int> ServeAsync(MonolithHost host)
    {
        host.PrintBanner(Console.Out);
        return await host.WaitForStopAsync() ? 0 : Failed;
    }

    private static async Task<int> DemoAsync(MonolithHost host, string[] words, CancellationToken cancellationToken)
    {
        var name = words.FirstOrDefault(word => !word.StartsWith('-')) ?? "web-app";
        var sample = Path.Combine(AppContext.BaseDirectory, "samples", $"{name}.yaml");
        if (!File.Exists(sample))
            throw new StartRefusedException([$"There is no sample '{name}'. There are: {string.Join(", ", Samples())}."]);
        return await DemoCommand.RunAsync(host.Address, sample, host.Folders, cancellationToken);
    }

    private static IEnumerable<string?> Samples() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "samples"), "*.yaml").Select(Path.GetFileNameWithoutExtension).Order();
}
