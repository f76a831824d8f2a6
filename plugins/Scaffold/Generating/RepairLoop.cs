using Monolith.Plugins.Scaffold.Verifying;

namespace Monolith.Plugins.Scaffold.Generating;

/// <summary>Builds and tests what was laid, and has the model mend it as often as the stage allows.</summary>
internal sealed class RepairLoop(IAgentContext context, Placement placement, Generation generation, Verification verification)
{
    /// <summary>How often something was mended.</summary>
    public int Count { get; private set; }

    /// <param name="files">What was laid; those that are mended are replaced in it.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>What the stage fails with; null when all commands succeed.</returns>
    public async Task<AgentResult?> RunAsync(Dictionary<string, byte[]> files, CancellationToken cancellationToken)
    {
        var most = context.Parameters.Integer("repairs") ?? 2;
        while (true)
        {
            if (await verification.RunAsync(cancellationToken) is not { } broken)
                return null;
            if (Count == most)
                return Failed.Execution(Told(broken, $"after {Count} repairs"));

            context.Log.Warn(FormattableString.Invariant($"'{broken.Command}' failed; repair {Count + 1} of {most}"));
            if (await MendAsync(files, broken, cancellationToken) is { } failure)
                return failure;
            Count++;
        }
    }

    private async Task<AgentResult?> MendAsync(Dictionary<string, byte[]> files, Broken broken, CancellationToken cancellationToken)
    {
        try
        {
            if (!(await generation.MendAsync(files, broken.Command, broken.Output, cancellationToken)).Try(out var mended, out var failure))
                return AgentResult.Failure(failure.Error!.Code, $"{Told(broken, "and was not repaired")}\n{failure.Error.Message}", failure.Error.Retryable);
            foreach (var (path, content) in mended)
                files[path] = content;
            // What was laid may be replaced, whatever the commands made of it; links are refused still.
            return placement.Lay(mended, overwrite: true);
        }
        catch (ModelException fault) when (!fault.Retryable)
        {
            return AgentResult.Failure(fault.Code, $"{Told(broken, "and was not repaired")}\n{fault.Message}");
        }
    }

    private static string Told(Broken broken, string when) => $"'{broken.Command}' fails, {when}:\n{broken.Output}";
}
