using Monolith.Host.Startup;
using Monolith.Pipelines;

namespace Monolith.Host.Evidence;

/// <summary>Reads the words of <c>verify-evidence FILE [--public-key PEM_FILE] [--artifacts FOLDER]</c>.</summary>
internal static class VerifyEvidenceCommand
{
    private const string Usage = "verify-evidence FILE [--public-key PEM_FILE] [--artifacts FOLDER]";
    private const string PublicKey = "--public-key";
    private const string Artifacts = "--artifacts";

    /// <returns>0 when the bundle is as it was signed, 1 when not, 2 when it is none.</returns>
    /// <exception cref="StartRefusedException">The words are not understood.</exception>
    public static Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        string? file = null;
        var options = new Dictionary<string, string>();
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is PublicKey or Artifacts)
            {
                if (i + 1 == words.Length || !options.TryAdd(words[i], words[i + 1]))
                    throw Refuse($"{words[i]} stands once, with a path after it.");
                i++;
            }
            else if (words[i].StartsWith("--", StringComparison.Ordinal) || file is not null)
            {
                throw Refuse($"'{words[i]}' is not understood.");
            }
            else
            {
                file = words[i];
            }
        }

        return file is null
            ? throw Refuse("The file is missing.")
            : PipelinesModule.VerifyEvidenceAsync(
                file, options.GetValueOrDefault(PublicKey), options.GetValueOrDefault(Artifacts), Console.Out, Console.Error, cancellationToken);
    }

    private static StartRefusedException Refuse(string reason) => new([$"{reason} Usage: {Usage}"]);
}
