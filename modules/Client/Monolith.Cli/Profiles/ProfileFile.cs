using System.Text.Json;
using System.Text.Json.Serialization;
using Monolith.Cli.Running;

namespace Monolith.Cli.Profiles;

/// <summary><c>~/.config/monolith/config.json</c>, or below <c>XDG_CONFIG_HOME</c>.</summary>
/// <param name="Profile">The one that is taken when none is named.</param>
/// <param name="Profiles">By name.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ProfileFile(string? Profile = null, IReadOnlyDictionary<string, Profile>? Profiles = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public static string PathOf(Surroundings around) => System.IO.Path.Combine(ConfigFolder(around), "monolith", "config.json");

    /// <returns>Without a file: one that has no profile.</returns>
    /// <exception cref="BadInputException">The file cannot be read.</exception>
    public static ProfileFile Read(Surroundings around)
    {
        var path = PathOf(around);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<ProfileFile>(File.ReadAllText(path), Options) ?? new() : new();
        }
        catch (Exception wrong) when (wrong is JsonException or IOException or UnauthorizedAccessException)
        {
            // The library's message names the place and the member, never a value.
            throw new BadInputException($"{path}: {wrong.Message} A profile has url, keyFile, project and user; a key stands in a file of its own.");
        }
    }

    /// <param name="name">As typed; null for the one that the file names.</param>
    /// <exception cref="BadInputException">There is no such profile.</exception>
    public Profile Find(string? name, string path)
    {
        if ((name ?? Profile) is not { } wanted)
            return new Profile();
        return Profiles?.GetValueOrDefault(wanted)
            ?? throw new BadInputException($"There is no profile '{wanted}' in {path}. There are: {(Profiles is { Count: > 0 } all ? string.Join(", ", all.Keys.Order()) : "none")}.");
    }

    private static string ConfigFolder(Surroundings around) =>
        around.Variable("XDG_CONFIG_HOME") is { Length: > 0 } folder ? folder : System.IO.Path.Combine(Home(around), ".config");

    public static string Home(Surroundings around) => around.Variable("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
}
