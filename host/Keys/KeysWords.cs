using System.Globalization;
using Monolith.Host.Startup;

namespace Monolith.Host.Keys;

/// <summary>What was typed after <c>keys</c>.</summary>
/// <param name="Name">Who acts with the key.</param>
/// <param name="Roles">By name.</param>
/// <param name="ExpiresAt">Null for never.</param>
/// <param name="Projects">Null for all.</param>
/// <param name="Settings">What is left: settings of the host.</param>
internal sealed record KeysWords(string? Name, IReadOnlyList<string> Roles, DateTimeOffset? ExpiresAt, IReadOnlyList<string>? Projects, string[] Settings)
{
    private const string Usage = "dotnet run --project host -- keys create --role admin --name NAME --project PROJECT --expires 2027-01-31";

    /// <exception cref="StartRefusedException">Something is wrong; a line for each thing.</exception>
    public static KeysWords Read(string[] words)
    {
        if (words is not ["create", ..])
            throw new StartRefusedException([$"Type {Usage}"]);
        var (name, expires) = (default(string), default(DateTimeOffset?));
        var (roles, projects, settings) = (new List<string>(), new List<string>(), new List<string>());
        for (var i = 1; i < words.Length; i++)
        {
            var (option, value) = words[i].Split('=', 2) is [var left, var right] ? (left, right) : (words[i], null);
            switch (option)
            {
                case "--name":
                    name = value ?? Next(words, ref i);
                    break;
                case "--role":
                    roles.AddRange((value ?? Next(words, ref i)).Split(','));
                    break;
                case "--project":
                    projects.AddRange((value ?? Next(words, ref i)).Split(','));
                    break;
                case "--expires":
                    expires = Time(value ?? Next(words, ref i));
                    break;
                default:
                    settings.Add(words[i]);
                    break;
            }
        }

        return new KeysWords(name, roles, expires, projects.Count > 0 ? projects : null, [.. settings]);
    }

    private static string Next(string[] words, ref int i) =>
        ++i < words.Length ? words[i] : throw new StartRefusedException([$"{words[^1]}: its value is missing. Type {Usage}"]);

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime()
            : throw new StartRefusedException([$"--expires: '{text}' is not a day such as 2027-01-31."]);
}
