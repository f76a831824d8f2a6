using System.CommandLine;
using Monolith.Cli.Running;
using Monolith.Client;

namespace Monolith.Cli.Agents;

/// <summary><c>agents upload</c>: a version of a plugin, from a file or a feed of the host.</summary>
internal static class UploadCommand
{
    private static readonly Argument<string?> File = new("file") { Description = "A .zip or .nupkg with the plugin.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Plugin = new("--plugin") { Description = "What the plugin is called, where the archive does not say.", HelpName = "NAME" };
    private static readonly Option<bool> Hold = new("--hold") { Description = "Uploads it and leaves what serves." };
    private static readonly Option<string?> Feed = new("--feed") { Description = "A feed in the host's Plugins:Feeds, in place of a file.", HelpName = "NAME" };
    private static readonly Option<string?> Id = new("--id") { Description = "Of a feed: the package.", HelpName = "ID" };
    private static readonly Option<string?> Version = new("--version") { Description = "Of a feed: the package's version.", HelpName = "VERSION" };

    public static Command Create(Surroundings around) =>
        new Command("upload", "Uploads a version of a plugin; all hosts serve it.") { File, Plugin, Hold, Feed, Id, Version }.Does(around, UploadAsync);

    private static async Task<int> UploadAsync(Session session, CancellationToken cancellationToken)
    {
        var uploaded = (session.Find(File), session.Get(Feed)) switch
        {
            ({ } file, null) => await FromFileAsync(session, file, cancellationToken),
            (null, { } feed) => await session.Client.UploadPackageAsync(
                new FeedPackageRequest { Feed = feed, Id = session.Get(Id), Version = session.Get(Version) }, session.Get(Plugin), serve: session.Get(Hold) ? false : null, cancellationToken: cancellationToken),
            _ => throw new BadInputException("Name a file, or a feed by --feed, --id and --version."),
        };
        return session.Answer(uploaded, to => to.WriteLine(
            $"{uploaded.Package.Plugin} {uploaded.Package.Version} {uploaded.Package.ContentHash} {(uploaded.Serving ? "serves" : $"does not serve: {uploaded.Reason}")}"));
    }

    private static async Task<UploadResponse> FromFileAsync(Session session, string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var archive = System.IO.File.OpenRead(file);
            return await session.Client.UploadPackageAsync(archive, session.Get(Plugin), serve: !session.Get(Hold), cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"'{file}' cannot be read: {fault.Message}");
        }
    }
}
