using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.Dependencies.Npm;

/// <summary>npm packages: the range is changed in package.json, the lock file by npm itself, which runs no package's scripts.</summary>
internal sealed partial class NpmPackages : IEcosystem
{
    private static readonly string[] Sections = ["dependencies", "devDependencies", "optionalDependencies"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public string Name => "npm";

    public bool Recognises(string folder) => File.Exists(Path.Combine(folder, "package.json"));

    public async Task<IReadOnlyList<PackageUpdate>> FindAsync(Repository tree, string level, CancellationToken cancellationToken)
    {
        var manifest = Read(Path.Combine(tree.Folder, "package.json"));
        var locked = File.Exists(Path.Combine(tree.Folder, "package-lock.json")) ? Read(Path.Combine(tree.Folder, "package-lock.json"))["packages"] : null;
        var updates = new List<PackageUpdate>();
        foreach (var (package, value) in Sections.SelectMany(section => manifest[section] as JsonObject ?? []).DistinctBy(entry => entry.Key))
        {
            // Files, addresses, tags and ranges of other forms are their author's to change.
            if (value?.GetValueKind() != JsonValueKind.String || PlainRange().Match((string)value!) is not { Success: true } range)
            {
                continue;
            }

            var from = (string?)locked?[$"node_modules/{package}"]?["version"] ?? range.Groups["version"].Value;
            if (VersionStep.Newest(from, await VersionsAsync(tree, package, cancellationToken), level) is { } to)
            {
                updates.Add(new PackageUpdate(package, (string)value!, from, to));
            }
        }

        return updates;
    }

    public async Task<string?> ApplyAsync(Repository tree, IReadOnlyList<PackageUpdate> updates, CancellationToken cancellationToken)
    {
        var file = Path.Combine(tree.Folder, "package.json");
        foreach (var update in updates)
        {
            var sign = PlainRange().Match(update.Written).Groups["sign"].Value;
            var place = new Regex($"\"{Regex.Escape(update.Package)}\"\\s*:\\s*\"(?<range>{Regex.Escape(update.Written)})\"", RegexOptions.CultureInvariant, Patience);
            if (TextFile.Replace(file, place, "range", sign + update.To) == 0)
            {
                return $"package.json does not name {update.Package} as \"{update.Written}\".";
            }
        }

        if (!File.Exists(Path.Combine(tree.Folder, "package-lock.json")))
        {
            return null;
        }

        var locked = await NpmAsync(tree, ["install", "--package-lock-only"], cancellationToken);
        return locked.ExitCode == 0 ? null : $"npm cannot resolve it: {locked.LastLines(5)}";
    }

    private static async Task<IEnumerable<string>> VersionsAsync(Repository tree, string package, CancellationToken cancellationToken)
    {
        var told = await NpmAsync(tree, ["view", package, "versions", "--json"], cancellationToken);
        if (told.ExitCode != 0)
        {
            var fault = $"npm view {package} failed: {told.LastLines(5)}";
            throw new StageEndException(NetworkFault().IsMatch(fault) ? Failed.Network(fault) : Failed.Execution(fault));
        }

        // One version alone comes as text.
        return JsonNode.Parse(told.StandardOutput) switch
        {
            JsonArray versions => versions.Select(version => (string)version!),
            JsonValue version => [(string)version!],
            _ => [],
        };
    }

    private static Task<ProgramResult> NpmAsync(Repository tree, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        tree.Context.Programs.RunAsync(
            new ProgramSpec("npm", [.. arguments, "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"])
            {
                WorkingFolder = WorkspacePath.Relative(tree.Context, tree.Folder),
                LogOutput = false,
            },
            cancellationToken);

    private static JsonNode Read(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) as JsonObject ?? throw new JsonException("It is no object.");
        }
        catch (JsonException fault)
        {
            throw StageEndException.Workspace($"'{Path.GetFileName(file)}' cannot be read: {fault.Message}");
        }
    }

    [GeneratedRegex("""\A(?<sign>[~^]?)(?<version>[0-9]+\.[0-9]+\.[0-9]+)\z""", RegexOptions.CultureInvariant)]
    private static partial Regex PlainRange();

    [GeneratedRegex("ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|E429|E50[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex NetworkFault();
}
