using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.Dependencies.DotNet;

/// <summary>NuGet packages, found by <c>dotnet list package</c> and changed in the files that name their versions.</summary>
internal sealed class DotNetPackages : IEcosystem
{
    public string Name => "dotnet";

    public bool Recognises(string folder) => Targets(folder).Count > 0;

    public async Task<IReadOnlyList<PackageUpdate>> FindAsync(Repository tree, string level, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> step = level switch
        {
            VersionStep.Patch => ["--highest-patch"],
            VersionStep.Minor => ["--highest-minor"],
            _ => [],
        };
        var updates = new Dictionary<(string, string), PackageUpdate>();
        foreach (var target in Targets(tree.Folder))
        {
            await DemandAsync(tree, ["restore", target, "-v", "quiet"], cancellationToken);
            var listed = await DemandAsync(tree, ["list", target, "package", "--outdated", .. step, "--format", "json", "--no-restore"], cancellationToken);
            foreach (var update in Read(listed.StandardOutput))
            {
                updates.TryAdd((update.Package, update.Written), update);
            }
        }

        return [.. updates.Values.OrderBy(update => update.Package, StringComparer.OrdinalIgnoreCase)];
    }

    public async Task<string?> ApplyAsync(Repository tree, IReadOnlyList<PackageUpdate> updates, CancellationToken cancellationToken)
    {
        var tracked = (await tree.AskAsync(["ls-files", "-z"], cancellationToken)).Split('\0');
        foreach (var update in updates)
        {
            if (VersionFiles.Change(tree.Folder, tracked, update) == 0)
            {
                return $"No file of the repository names {update.Package} with the plain version {update.Written}.";
            }
        }

        if (!tracked.Any(path => Path.GetFileName(path) == "packages.lock.json"))
        {
            return null;
        }

        foreach (var target in Targets(tree.Folder))
        {
            var restored = await DotNetProgram.RunAsync(tree, ["restore", target, "--force-evaluate", "-v", "quiet"], cancellationToken);
            if (restored.ExitCode != 0)
            {
                return $"The packages cannot be restored: {restored.LastLines(5)}";
            }
        }

        return null;
    }

    private static async Task<ProgramResult> DemandAsync(Repository tree, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var result = await DotNetProgram.RunAsync(tree, arguments, cancellationToken);
        if (result.ExitCode == 0)
        {
            return result;
        }

        var said = $"dotnet {arguments[0]} failed: {result.LastLines()}";
        throw new StageEndException(said.Contains("NU1301", StringComparison.Ordinal) ? Failed.Network(said) : Failed.Execution(said));
    }

    private static IEnumerable<PackageUpdate> Read(string json)
    {
        JsonNode report;
        try
        {
            report = JsonNode.Parse(json[json.IndexOf('{', StringComparison.Ordinal)..])!;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentOutOfRangeException)
        {
            throw StageEndException.Execution("The report of 'dotnet list package' cannot be read, so nothing is known.");
        }

        return
            from project in report["projects"]!.AsArray()
            from framework in project!["frameworks"] as JsonArray ?? []
            from package in framework!["topLevelPackages"] as JsonArray ?? []
            let latest = (string?)package["latestVersion"]
            where latest is not null && char.IsAsciiDigit(latest[0]) && latest != (string?)package["resolvedVersion"]
            select new PackageUpdate((string)package["id"]!, (string)package["requestedVersion"]!, (string)package["resolvedVersion"]!, latest);
    }

    private static List<string> Targets(string folder)
    {
        var files = Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).ToList();
        var solutions = files.Where(file => Path.GetExtension(file) is ".slnx" or ".sln").ToList();
        return solutions.Count > 0 ? solutions : [.. files.Where(file => Path.GetExtension(file) is ".csproj" or ".fsproj" or ".vbproj")];
    }
}
