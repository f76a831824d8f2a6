using System.Globalization;
using Monolith.Access.Contracts.Audit;
using Monolith.Pipelines.Evidence.Verifying;

namespace Monolith.Pipelines.Evidence;

/// <summary>The command <c>verify-evidence</c>: a file in, a short report and an exit code out.</summary>
internal static class VerifyEvidence
{
    private const int Valid = 0;
    private const int Forged = 1;
    private const int Wrong = 2;
    private const int MostFaults = 100;

    public static async Task<int> RunAsync(
        string path, string? publicKeyPath, string? folder, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            using var key = publicKeyPath is null ? null : await PublicKeyFile.ReadAsync(publicKeyPath, cancellationToken);
            if (folder is not null && !Directory.Exists(folder))
                throw new InvalidDataException($"--artifacts: there is no folder '{folder}'.");
            await using var file = File.OpenRead(path);
            var report = await EvidenceVerifier.VerifyAsync(file, key, folder is null ? null : new ArtifactFolder(folder), cancellationToken);
            if (!report.IsBundle)
                throw new InvalidDataException($"'{path}' is not an evidence bundle. GET /api/v1/runs/ID/evidence gives one.");
            await WriteAsync(report, output);
            return report.IsValid ? Valid : Forged;
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(wrong.Message.ReplaceLineEndings(" "));
            return Wrong;
        }
    }

    private static async Task WriteAsync(EvidenceReport report, TextWriter output)
    {
        if (report.Header is { } header)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
                Run        {header.RunId} of {BundleBody.Shown(header.Pipeline)}{(header.IsComplete ? "" : ", not over when this was exported")}
                Exported   {header.ExportedAt:u} by Monolith {BundleBody.Shown(header.HostVersion)}
                Lines      {report.Lines}, with {header.Events} events and {report.Artifacts} artifacts{(report.ArtifactsChecked is { } files ? $", {files} held against their files" : "")}
                Key        {header.KeyId}
                """));
        }

        foreach (var fault in report.Faults.Take(MostFaults))
            await output.WriteLineAsync($"  {fault}");
        if (report.Faults.Count > MostFaults)
            await output.WriteLineAsync($"  and {report.Faults.Count - MostFaults} more.");
        await output.WriteLineAsync(Verdict(report));
    }

    private static string Verdict(EvidenceReport report) => report switch
    {
        { IsValid: false } => $"FORGED: {report.Faults.Count} fault{(report.Faults.Count == 1 ? "" : "s")}.",
        { IsKeyGiven: true } => "VALID: nothing was changed since it was signed with the given key.",
        _ => "VALID: nothing was changed since it was signed with the key above. Whose key that is only --public-key tells.",
    };
}
