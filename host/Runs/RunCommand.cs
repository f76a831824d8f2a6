using Monolith.Client;
using Monolith.Kernel;

namespace Monolith.Host.Runs;

/// <summary><c>run FILE</c>: one run of a definition, told as it goes, on the host that this process is.</summary>
internal static class RunCommand
{
    /// <returns>0 when the run succeeded, 1 when it failed, 10 when it waits for a person and nobody is to be waited for.</returns>
    public static async Task<int> RunAsync(string address, string? key, RunWords words, DataFolders folders, CancellationToken cancellationToken)
    {
        var request = new StartRunRequest { Inputs = words.Inputs.Count > 0 ? words.Inputs : null };
        return await new OwnRun(address, key, folders, words.IsNonInteractive)
            .TellAsync(await File.ReadAllTextAsync(words.File, cancellationToken), request, cancellationToken);
    }
}
