using System.Text;

namespace Monolith.Agents.Testing;

/// <summary>What a host refuses of a result with CONTRACT_VALIDATION_FAILED.</summary>
internal static class ResultCheck
{
    private const int MostOutputs = 256 * 1024;

    public static AgentResult Checked(AgentResult? result)
    {
        if (result is null)
            throw new AgentAssertionException("The agent returned null; a host takes an AgentResult only.");
        var size = Encoding.UTF8.GetByteCount(result.Outputs.ToJsonString());
        if (size > MostOutputs)
            throw new AgentAssertionException($"The outputs are {size} bytes as JSON; a host takes {MostOutputs}. Keep what is larger as an artifact.");
        foreach (var artifact in result.Artifacts)
        {
            if (Path.IsPathRooted(artifact.Path) || artifact.Path.Split('/').Contains(".."))
                throw new AgentAssertionException($"The artifact '{artifact.Name}' leaves the workspace: {artifact.Path}");
        }

        return result;
    }
}
