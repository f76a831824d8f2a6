using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.DotNet.Building;

internal static class BuildFailure
{
    private const int MostNamed = 5;

    // A feed that does not answer: NU1301; a package that cannot be fetched from it: NU1302, NU1303.
    private static readonly string[] FeedCodes = ["NU1301", "NU1302", "NU1303"];

    /// <summary>A failure that names the first errors, or the last lines where there is no error to name.</summary>
    public static AgentResult Of(ValidationJob job, string doing, ProgramResult result)
    {
        var output = result.StandardOutput + result.StandardError;
        var errors = Diagnostic.InOutput(output, job.Folder).Where(found => found.IsError).ToList();
        if (errors.Count == 0)
        {
            return Failed.Execution($"{doing} failed with exit code {result.ExitCode}. The last lines:\n{result.LastLines()}");
        }

        var more = errors.Count > MostNamed ? $"\nand {errors.Count - MostNamed} more" : "";
        var named = string.Join('\n', errors.Take(MostNamed).Select(error => $"- {error.ToString().Cut(400)}"));
        var message = $"{doing} failed:\n{named}{more}";
        return errors.Exists(error => FeedCodes.Contains(error.Code)) ? Failed.Network(message) : Failed.Execution(message);
    }
}
