using Monolith.Access;
using Monolith.Host.Startup;

namespace Monolith.Host.Keys;

/// <summary>Makes a key with nothing but the database: the way to the first one.</summary>
internal static class KeysCommand
{
    /// <summary>Writes the key, alone on its line, to the standard output.</summary>
    /// <exception cref="StartRefusedException">A word or setting is wrong, or the database cannot be had.</exception>
    public static async Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        var order = KeysWords.Read(words);
        await using var host = await MonolithHost.PrepareAsync([.. order.Settings, Composition.NoAddress], cancellationToken);
        var key = await AccessModule.CreateKeyAsync(host.Services, order.Name, order.Roles, order.ExpiresAt, order.Projects, cancellationToken);
        if (!key.IsSuccess)
            throw new StartRefusedException([.. key.Problems.Select(problem => $"{OptionOf(problem.Path)}: {problem.Message}")]);
        await Console.Error.WriteLineAsync("This is the key, shown this once. Send it as Authorization: Bearer KEY, or type it at /sign-in.");
        await Console.Out.WriteLineAsync(key.Value);
        return 0;
    }

    private static string OptionOf(string? path) => path switch
    {
        "roles" => "--role",
        "expiresAt" => "--expires",
        "projects" => "--project",
        _ => $"--{path}",
    };
}
