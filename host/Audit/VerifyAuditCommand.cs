using Monolith.Access;
using Monolith.Host.Evidence;
using Monolith.Host.Startup;

namespace Monolith.Host.Audit;

/// <summary>Reads the words of <c>verify-audit FILE|--database [--public-key PEM_FILE]</c>.</summary>
internal static class VerifyAuditCommand
{
    private const string Usage = $"verify-audit FILE|{Database} [{PathOption.PublicKey} PEM_FILE] [SETTINGS]";
    private const string Database = "--database";

    /// <returns>0 when the trail is as it was written, 1 when not, 2 when it is none.</returns>
    /// <exception cref="StartRefusedException">The words are not understood, or the database cannot be had.</exception>
    public static async Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        var rest = words.ToList();
        var key = PathOption.Take(rest, PathOption.PublicKey, Usage);
        if (!rest.Remove(Database))
            return await AccessModule.VerifyAuditAsync(PathOption.File(rest, Usage), key, Console.Out, Console.Error, cancellationToken);

        await using var host = await MonolithHost.PrepareAsync([.. rest, Composition.NoAddress], cancellationToken);
        return await AccessModule.VerifyAuditAsync(host.Services, key, Console.Out, Console.Error, cancellationToken);
    }
}
