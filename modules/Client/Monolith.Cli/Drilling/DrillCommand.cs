using System.CommandLine;
using System.Diagnostics;
using Monolith.Cli.Running;

namespace Monolith.Cli.Drilling;

/// <summary><c>drill</c>: the drill of a host that is built or published on this machine. It starts hosts of its own and touches no other.</summary>
internal static class DrillCommand
{
    private const string Variable = "MONOLITH_HOST";
    private const string Assembly = "Monolith.Host.dll";

    private static readonly Option<string?> Host = new("--host") { Description = $"The host's folder, or its {Assembly}; {Variable} otherwise.", HelpName = "PATH" };

    /// <summary>Handed on as they are typed: the host judges them.</summary>
    private static readonly Option<string?>[] HandedOn =
    [
        Number("--kills", "So many hosts are killed."),
        Number("--hosts", "So many run at once."),
        Number("--freezes", "So many are frozen for a while."),
        Number("--database-restarts", "So often the database is killed."),
        Number("--seed", "The same number does the same again."),
    ];

    public static Command Create(Surroundings around)
    {
        var command = new Command("drill", "Kills, freezes and cuts off hosts at work, and says whether they kept their promises.") { Host };
        foreach (var option in HandedOn)
            command.Options.Add(option);
        command.SetAction((words, cancellationToken) => RunAsync(words, around, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult words, Surroundings around, CancellationToken cancellationToken)
    {
        var given = HandedOn.Where(option => words.GetValue(option) is not null).SelectMany(option => new[] { option.Name, words.GetValue(option)! });
        var start = new ProcessStartInfo("dotnet", [Find(words.GetValue(Host) ?? around.Variable(Variable)), "drill", .. given])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var drill = Process.Start(start)!;
        // Ctrl-C reaches it as well, and it tidies up: what it says then is still to be heard.
        await Task.WhenAll(CopyAsync(drill.StandardOutput, around.Out), CopyAsync(drill.StandardError, around.Error));
        await drill.WaitForExitAsync(CancellationToken.None);
        return cancellationToken.IsCancellationRequested ? ExitCode.Stopped : drill.ExitCode;
    }

    /// <exception cref="BadInputException">There is no host.</exception>
    private static string Find(string? place)
    {
        if (place is null)
            throw new BadInputException($"Say which host is to be drilled: --host PATH or {Variable}, the folder that holds {Assembly}.");
        var assembly = Directory.Exists(place) ? Path.Combine(place, Assembly) : place;
        return File.Exists(assembly) ? Path.GetFullPath(assembly) : throw new BadInputException($"--host: there is no '{assembly}'. Build or publish the host first.");
    }

    private static async Task CopyAsync(StreamReader from, TextWriter to)
    {
        while (await from.ReadLineAsync() is { } line)
            await to.WriteLineAsync(line);
    }

    private static Option<string?> Number(string name, string description) => new(name) { Description = description, HelpName = "NUMBER" };
}
