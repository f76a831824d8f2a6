using System.Text.Json.Serialization;

namespace Monolith.Cli.Profiles;

/// <summary>A host that is often talked to.</summary>
/// <param name="Url">Where it answers.</param>
/// <param name="KeyFile">The file that holds the key and nothing else; relative to the folder of the profile file, and <c>~/</c> is the home folder.</param>
/// <param name="Project">The project, where there are several.</param>
/// <param name="User">Who acts, where nobody signs in.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Profile(string? Url = null, string? KeyFile = null, string? Project = null, string? User = null);
