using System.CommandLine;

namespace Monolith.Cli.Running;

/// <summary>What every command takes.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string?> Url = new("--url")
    {
        Description = "Where the host answers. Else MONOLITH_URL, the profile's, or http://localhost:8080.",
        HelpName = "ADDRESS",
        Recursive = true,
    };

    public static readonly Option<string?> Profile = new("--profile")
    {
        Description = "A profile of ~/.config/monolith/config.json. Else MONOLITH_PROFILE, or the one that the file names.",
        HelpName = "NAME",
        Recursive = true,
    };

    public static readonly Option<string?> Project = new("--project")
    {
        Description = "The project. Else the profile's, or the caller's only one.",
        HelpName = "NAME",
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json") { Description = "Answers in JSON.", Recursive = true };

    public static IReadOnlyList<Option> All { get; } = [Url, Profile, Project, Json];
}
