using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Compatibility;

/// <summary>What was built against a released SDK of this major version runs with the present one: nothing that was released is taken away or changed.</summary>
public sealed class SdkCompatibilityRule : Rule<SdkCompatibilityRule.Comparison>
{
    private const string Baselines = "build/sdk-baselines";

    private static readonly string Present =
        $"artifacts/bin/Monolith.Agents.Sdk/{new DirectoryInfo(AppContext.BaseDirectory).Name}/Monolith.Agents.Sdk.dll";

    public sealed record Comparison(string Released, string Present);

    protected override IEnumerable<Comparison> Subjects =>
        Repository.Folders.Where(folder => Path.GetDirectoryName(folder) == Baselines && Version.Parse(Path.GetFileName(folder)).Major == Major)
            .Select(folder => new Comparison(Baseline(Path.GetFileName(folder)), Present));

    private static int Major => Repository.Assemblies.Single(built => built.Kind == ProjectKind.Sdk).Definition.Name.Version.Major;

    /// <summary>An older surface in place of the present one: it lacks what came after it.</summary>
    protected override IEnumerable<(Comparison, string)> Violators => [(new(Baseline("1.2.0"), Baseline("1.0.0")), "Member 'Monolith.Agents.Sdk.IAgentModels Monolith.Agents.Sdk.IAgentContext.Models.get' exists on")];

    protected override IEnumerable<string> Violations(Comparison subject) => ApiCompat.Breaks(subject.Released, subject.Present);

    private static string Baseline(string version) => $"{Baselines}/{version}/Monolith.Agents.Sdk.dll";
}
