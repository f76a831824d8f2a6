using Monolith.Plugins.E2e.Runner;
using Monolith.Plugins.E2e.Sources;

namespace Monolith.Plugins.E2e.Run;

internal static class JobRequest
{
    private static readonly TimeSpan UsualStep = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UsualScenario = TimeSpan.FromSeconds(60);

    public static RunnerJob Read(
        IAgentContext context, ScenarioSources sources, IReadOnlyDictionary<string, string> secrets, Uri url, string folder)
    {
        var parameters = context.Parameters;
        return new RunnerJob(
            url.ToString(),
            sources.Texts,
            parameters.Map("variables"),
            secrets,
            parameters.Texts("tags"),
            parameters.Texts("browsers") is { Count: > 0 } browsers ? browsers : ["chromium"],
            parameters.Integer("reruns") ?? 1,
            parameters.Duration("stepTimeout", UsualStep),
            parameters.Duration("scenarioTimeout", UsualScenario),
            parameters.Flag("trace", otherwise: true),
            parameters.Flag("video", otherwise: true),
            parameters.Flag("noSandbox") || (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess),
            folder);
    }
}
