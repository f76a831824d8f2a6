using System.CommandLine;
using Monolith.Cli.Running;

namespace Monolith.Cli.Profiles;

/// <summary>The host that is talked to, and as whom. The key is read from the environment or a file, never from the command line.</summary>
/// <param name="Address">Where it answers.</param>
/// <param name="Key">Null where nobody signs in.</param>
/// <param name="Project">The project; null for the caller's only one.</param>
/// <param name="User">Who acts, where nobody signs in; null for nobody in particular.</param>
/// <param name="Again">What a command that is pasted later needs to reach the same host, such as <c> --profile staging</c>.</param>
internal sealed record Target(Uri Address, string? Key, string? Project, string? User, string Again)
{
    private const string Usual = "http://localhost:8080";

    /// <exception cref="BadInputException">The address, the profile or the key file is wrong.</exception>
    public static Target Of(ParseResult words, Surroundings around)
    {
        var named = words.GetValue(GlobalOptions.Profile) ?? NonEmpty(around, "MONOLITH_PROFILE");
        var profile = ProfileFile.Read(around).Find(named, ProfileFile.PathOf(around));
        var url = words.GetValue(GlobalOptions.Url);
        var elsewhere = url ?? NonEmpty(around, "MONOLITH_URL");
        // A profile's key is for the profile's host: it is not shown to another that was named in passing.
        var key = NonEmpty(around, "MONOLITH_KEY") ?? (elsewhere is null || elsewhere == profile.Url ? KeyOf(profile, around) : null);
        return new Target(
            AddressOf(elsewhere ?? profile.Url ?? Usual), key, words.GetValue(GlobalOptions.Project) ?? profile.Project,
            NonEmpty(around, "MONOLITH_USER") ?? profile.User,
            $"{(named is null ? "" : $" --profile {named}")}{(url is null ? "" : $" --url {url}")}");
    }

    private static string? NonEmpty(Surroundings around, string name) => around.Variable(name) is { Length: > 0 } value ? value : null;

    private static Uri AddressOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address
        : throw new BadInputException($"'{url}' is not the address of a host. Give one such as {Usual}");

    private static string? KeyOf(Profile profile, Surroundings around)
    {
        if (profile.KeyFile is not { } file)
            return null;
        var path = file.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Combine(ProfileFile.Home(around), file[2..])
            : Path.Combine(Path.GetDirectoryName(ProfileFile.PathOf(around))!, file);
        try
        {
            return File.ReadAllText(path).Trim() is { Length: > 0 } key ? key : throw new BadInputException($"keyFile: {path} is empty. Put the key into it.");
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"keyFile: {path} cannot be read: {missing.Message}");
        }
    }
}
