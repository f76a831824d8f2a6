using System.Text.RegularExpressions;
using Monolith.Plugins.Integration.Dependencies.DotNet;
using Monolith.Plugins.Integration.Dependencies.Npm;
using Monolith.Plugins.Integration.Repositories;
using Monolith.Plugins.Integration.Resolving;

namespace Monolith.Plugins.Integration.Dependencies;

/// <param name="Groups">Names and patterns of packages that are updated together.</param>
internal sealed record UpdateRequest(
    string Level, string? Ecosystem, IReadOnlyList<Regex> Only, IReadOnlyList<Regex> Ignore, IReadOnlyList<(string Name, IReadOnlyList<Regex> Packages)> Groups)
{
    private static readonly IEcosystem[] Known = [new DotNetPackages(), new NpmPackages()];

    public static UpdateRequest Read(IAgentContext context)
    {
        var parameters = context.Parameters;
        return new UpdateRequest(
            parameters.Text("level") ?? VersionStep.Minor,
            parameters.Text("ecosystem"),
            Patterns(parameters.Texts("only")),
            Patterns(parameters.Texts("ignore")),
            [.. parameters.Elements("groups").Select(group => (group.RequiredText("name"), Patterns(group.Texts("packages"))))]);
    }

    public IReadOnlyList<IEcosystem> Ecosystems(string folder)
    {
        var found = Known.Where(kind => (Ecosystem is null || kind.Name == Ecosystem) && kind.Recognises(folder)).ToList();
        return found.Count > 0
            ? found
            : throw StageEndException.Workspace("The repository's top folder has no solution or project file of .NET and no package.json.");
    }

    public IReadOnlyList<UpdateStep> Steps(IEcosystem ecosystem, IReadOnlyList<PackageUpdate> updates)
    {
        var wanted = updates.Where(update => (Only.Count == 0 || Fits(Only, update)) && !Fits(Ignore, update));
        return
        [
            .. wanted.GroupBy(update => Groups.FirstOrDefault(group => Fits(group.Packages, update)).Name ?? update.Package)
                .Select(group => new UpdateStep(group.Key, ecosystem, [.. group])),
        ];
    }

    private static bool Fits(IReadOnlyList<Regex> patterns, PackageUpdate update) =>
        patterns.Any(pattern => pattern.IsMatch(update.Package.ToLowerInvariant()));

    private static List<Regex> Patterns(IReadOnlyList<string> patterns) => [.. patterns.Select(pattern => PathPattern.Of(pattern.ToLowerInvariant()))];
}
