using System.CommandLine;
using Monolith.Cli.Output;
using Monolith.Cli.Running;
using Monolith.Client;

namespace Monolith.Cli.Agents;

/// <summary><c>agents packages</c> and what changes which of them serves.</summary>
internal static class PackageCommands
{
    private static readonly string[] Headings = ["PLUGIN", "VERSION", "CONTENT HASH", "STATE", "PUBLISHER", "UPLOADED"];

    private static readonly Argument<string> Plugin = new("plugin") { Description = "The plugin's name." };
    private static readonly Argument<string> Version = new("content-hash") { Description = "The version, as agents packages lists it." };
    private static readonly Option<bool> Same = new("--require-same") { Description = "Only if the last comparison with recorded runs found no difference." };

    public static IEnumerable<Command> Create(Surroundings around) =>
    [
        new Command("packages", "Lists the versions in the registry, and what serves.").Does(around, ListAsync),
        Changes(around, new Command("serve", "Serves a version.") { Plugin, Version, Same }, (session, stop) =>
            session.Client.ServePackageAsync(session.Get(Plugin), session.Get(Version), Requires(session), stop)),
        Changes(around, new Command("pin", "Serves a version, whatever is uploaded.") { Plugin, Version, Same }, (session, stop) =>
            session.Client.PinPackageAsync(session.Get(Plugin), session.Get(Version), Requires(session), stop)),
        Changes(around, new Command("unpin", "Lets the next upload serve again.") { Plugin }, (session, stop) => session.Client.UnpinPackageAsync(session.Get(Plugin), stop)),
        Changes(around, new Command("rollback", "Serves the version that served before.") { Plugin }, (session, stop) => session.Client.RollBackPackageAsync(session.Get(Plugin), stop)),
        Changes(around, new Command("enable", "Lets a plugin serve again.") { Plugin }, (session, stop) => session.Client.EnablePluginAsync(session.Get(Plugin), stop)),
        Changes(around, new Command("disable", "Has no host serve a plugin.") { Plugin }, (session, stop) => session.Client.DisablePluginAsync(session.Get(Plugin), stop)),
        new Command("delete", "Deletes a version that nothing uses.") { Plugin, Version }.Does(around, DeleteAsync),
    ];

    private static async Task<int> ListAsync(Session session, CancellationToken cancellationToken)
    {
        var found = await session.Client.ListPackagesAsync(cancellationToken);
        return session.Answer(found, to => Table.Write(to, Headings, found.Plugins.SelectMany(plugin => plugin.Versions.Select(version => new[]
        {
            version.Plugin, version.Version, version.ContentHash, State(plugin, version), version.Publisher, Shown.Time(version.UploadedAt),
        }))));
    }

    private static string State(PluginPackagesResponse plugin, PackageResponse version) => version.ContentHash switch
    {
        var hash when hash == plugin.Serving => !plugin.Enabled ? "disabled" : plugin.Pinned ? "pinned" : "serves",
        var hash when hash == plugin.Previous => "previous",
        _ => "",
    };

    private static string? Requires(Session session) => session.Get(Same) ? "same" : null;

    private static Command Changes(Surroundings around, Command command, Func<Session, CancellationToken, Task<PluginPackagesResponse>> change) =>
        command.Does(around, async (session, cancellationToken) => Tell(session, await change(session, cancellationToken)));

    private static int Tell(Session session, PluginPackagesResponse plugin) => session.Answer(plugin, to =>
    {
        var serving = plugin.Versions.FirstOrDefault(version => version.ContentHash == plugin.Serving);
        to.WriteLine($"{plugin.Plugin} {(plugin.Enabled ? "serves" : "is disabled")} {serving?.Version} {plugin.Serving}{(plugin.Pinned ? ", pinned" : "")}".TrimEnd());
    });

    private static async Task<int> DeleteAsync(Session session, CancellationToken cancellationToken)
    {
        var (plugin, version) = (session.Get(Plugin), session.Get(Version));
        await session.Client.DeletePackageAsync(plugin, version, cancellationToken);
        return session.Answer(new { plugin, contentHash = version, deleted = true }, to => to.WriteLine($"{plugin} {version} is deleted"));
    }
}
