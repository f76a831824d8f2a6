using Monolith.Kernel;

namespace Monolith.Host.Runs;

/// <summary><c>run FILE</c>: one run of a definition, told as it goes, on the host that this process is.</summary>
internal static class RunCommand
{
    /// <returns>0 when the run succeeded, 1 when it failed, 10 when it waits for a person and nobody is to be waited for.</returns>
    public static async Task<int> RunAsync(string address, string? key, RunWords words, DataFolders folders, CancellationToken cancellationToken)
    {
        using var api = new HostApi(address, key);
        var report = new RunReport(Console.Out, address, interactive: !Console.IsOutputRedirected, signsIn: key is not null);
        var definition = await File.ReadAllBytesAsync(words.File, cancellationToken);
        using var run = words.Inputs.Count == 0
            ? await api.StartAsync(definition, cancellationToken)
            : await api.StartAsync(definition, words.Inputs, cancellationToken);
        return await new RunWatch(api, report, words.IsNonInteractive).ToItsEndAsync(run.RootElement, folders, cancellationToken);
    }
}
