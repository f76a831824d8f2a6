using Monolith.Host.Audit;
using Monolith.Host.Drill;
using Monolith.Host.Evidence;
using Monolith.Host.Keys;
using Monolith.Host.Plugins;
using Monolith.Host.Runs;
using Monolith.Host.Settings;
using Monolith.Operations;
using Monolith.Operations.Shutdown;

namespace Monolith.Host.Startup;

/// <summary>The command line: no word to serve, or one of the commands that <see cref="HostHelp"/> lists.</summary>
internal static class HostCommand
{
    private const int Failed = 1;
    private const int Refused = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        if (HostHelp.IsAsked(args))
        {
            Console.WriteLine(HostHelp.Text);
            return 0;
        }

        using var stop = OperationsModule.ListenForStop();
        try
        {
            return WordOf(args) switch
            {
                null when args.Contains(SettingsCommand.Check) => SettingsCommand.RunCheck(args, Console.Out),
                null => await ServeAsync(args, stop),
                "demo" => await DemoAsync(DemoWords.Read(args[1..]), stop),
                "run" => await RunAsync(RunWords.Read(args[1..]), stop),
                "drill" => await DrillCommand.RunAsync(args[1..], stop.Token),
                "keys" => await KeysCommand.RunAsync(args[1..], stop.Token),
                "verify-evidence" => await VerifyEvidenceCommand.RunAsync(args[1..], stop.Token),
                "verify-audit" => await VerifyAuditCommand.RunAsync(args[1..], stop.Token),
                "plugins" => PluginsCommand.Run(args[1..], Console.Out, Console.Error),
                "settings" => SettingsCommand.Run(args[1..], Console.Out),
                var word => throw new StartRefusedException([HostHelp.NoCommand(word)]),
            };
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

    private static async Task<int> ServeAsync(string[] settings, StopSignals stop)
    {
        await using var host = await StartAsync(settings, isDemo: false, stop);
        host.PrintBanner(Console.Out);
        return await host.WaitForStopAsync() ? 0 : Failed;
    }

    private static async Task<int> DemoAsync(DemoWords words, StopSignals stop)
    {
        await using var host = await StartAsync(words.Settings, isDemo: true, stop, words.Check);
        return await DemoCommand.RunAsync(host.Address, host.Key, words.File, host.Folders, stop.Token);
    }

    private static async Task<int> RunAsync(RunWords words, StopSignals stop)
    {
        await using var host = await StartAsync(words.Settings, isDemo: true, stop);
        return await RunCommand.RunAsync(host.Address, host.Key, words, host.Folders, stop.Token);
    }

    private static Task<MonolithHost> StartAsync(string[] settings, bool isDemo, StopSignals stop, Action<IConfiguration>? check = null) =>
        MonolithHost.StartAsync(settings, isDemo, stop.Token, builder =>
        {
            check?.Invoke(builder.Configuration);
            builder.Services.AddStopSignals(stop);
        });

    /// <returns>The first argument, unless it is a setting such as <c>--Engine:Lease=00:00:30</c>.</returns>
    private static string? WordOf(string[] args) => args is [var word, ..] && !word.StartsWith('-') && !word.Contains('=') ? word : null;
}
