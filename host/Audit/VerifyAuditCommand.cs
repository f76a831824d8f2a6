using Monolith.Access;
using Monolith.Host.Startup;

namespace Monolith.Host.Audit;

/// <summary>Reads the words of <c>verify-audit FILE|--database [--public-key PEM_FILE]</c>.</summary>
internal static class VerifyAuditCommand
{
    private const string Usage = "verify-audit FILE|--database [--public-key PEM_FILE] [SETTINGS]";
    private const string Database = "--database";
    private const string PublicKey = "--public-key";

    /// <returns>0 when the trail is as it was written, 1 when not, 2 when it is none.</returns>
    /// <exception cref="StartRefusedException">The words are not understood, or the database cannot be had.</exception>
    public static async Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        var rest = words.ToList();
        var key = Take(rest);
        if (!rest.Remove(Database))
        {
            return rest is [var file] && !file.StartsWith("--", StringComparison.Ordinal)
                ? await AccessModule.VerifyAuditAsync(file, key, Console.Out, Console.Error, cancellationToken)
                : throw Refuse(rest.Count == 0 ? "The file is missing." : $"'{rest[^1]}' is not understood.");
        }

        await using var host = await MonolithHost.PrepareAsync([.. rest, Composition.NoAddress], cancellationToken);
        return await AccessModule.VerifyAuditAsync(host.Services, key, Console.Out, Console.Error, cancellationToken);
    }

    private static string? Take(List<string> words)
    {
        var place = words.IndexOf(PublicKey);
        if (place < 0)
            return null;
        if (place + 1 == words.Count || words.LastIndexOf(PublicKey) != place)
            throw Refuse($"{PublicKey} stands once, with a path after it.");
        var path = words[place + 1];
        words.RemoveRange(place, 2);
        return path;
    }

    private static StartRefusedException Refuse(string reason) => new([$"{reason} Usage: {Usage}"]);
}
