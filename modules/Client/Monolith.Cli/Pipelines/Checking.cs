using Monolith.Cli.Running;
using Monolith.Client;

namespace Monolith.Cli.Pipelines;

/// <summary>Has the host check files.</summary>
internal static class Checking
{
    /// <returns>Null when one is wrong; every fault of every file was told then, a line each.</returns>
    public static async Task<IReadOnlyList<(string Path, string Text, ValidationResponse Valid)>?> CheckAsync(
        Session session, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        List<(string, string, ValidationResponse)> checkedFiles = [];
        foreach (var path in paths)
        {
            var text = DefinitionFile.Read(path);
            try
            {
                checkedFiles.Add((path, text, await session.Client.ValidatePipelineAsync(text, cancellationToken)));
            }
            catch (MonolithException wrong) when (wrong.Status == 400)
            {
                foreach (var reason in wrong.Reasons)
                    session.Around.Error.WriteLine($"{path}: {reason}");
            }
        }

        return checkedFiles.Count == paths.Count ? checkedFiles : null;
    }
}
