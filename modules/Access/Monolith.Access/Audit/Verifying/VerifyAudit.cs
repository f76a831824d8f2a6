using System.Runtime.CompilerServices;
using System.Text;
using Monolith.Access.Contracts.Audit;

namespace Monolith.Access.Audit.Verifying;

/// <summary>The command <c>verify-audit</c>: lines in, a short report and an exit code out.</summary>
internal static class VerifyAudit
{
    private const int Valid = 0;
    private const int Forged = 1;
    private const int Wrong = 2;

    public static async Task<int> RunAsync(
        IAsyncEnumerable<StoredLine> lines, string? publicKeyPath, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            using var key = publicKeyPath is null ? null : await PublicKeyFile.ReadAsync(publicKeyPath, cancellationToken);
            var verifier = new AuditVerifier(key);
            var fault = await verifier.VerifyAsync(lines);
            await output.WriteLineAsync(fault is null ? Verdict(verifier, key is not null) : $"FORGED: {fault}");
            return fault is null ? Valid : Forged;
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(wrong.Message.ReplaceLineEndings(" "));
            return Wrong;
        }
    }

    /// <summary>An export is ASCII; a byte that is not counts as what it is.</summary>
    public static async IAsyncEnumerable<StoredLine> LinesAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in File.ReadLinesAsync(path, Encoding.Latin1, cancellationToken))
            yield return new StoredLine(line, null);
    }

    private static string Verdict(AuditVerifier verifier, bool isKeyGiven) => verifier.First switch
    {
        0 => "VALID: there are no entries.",
        _ => $"VALID: entries {verifier.First} to {verifier.Last} are as they were written{(verifier.First == 1 ? "" : ", what was before them is not there")}."
            + (isKeyGiven ? "" : " Whose key signed the head only --public-key tells."),
    };
}
