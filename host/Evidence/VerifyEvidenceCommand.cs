using Monolith.Host.Startup;
using Monolith.Pipelines;

namespace Monolith.Host.Evidence;

/// <summary>Reads the words of <c>verify-evidence FILE [--public-key PEM_FILE] [--artifacts FOLDER]</c>.</summary>
internal static class VerifyEvidenceCommand
{
    private const string Usage = $"verify-evidence FILE [{PathOption.PublicKey} PEM_FILE] [{Artifacts} FOLDER]";
    private const string Artifacts = "--artifacts";

    /// <returns>0 when the bundle is as it was signed, 1 when not, 2 when it is none.</returns>
    /// <exception cref="StartRefusedException">The words are not understood.</exception>
    public static Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        var rest = words.ToList();
        var (key, artifacts) = (PathOption.Take(rest, PathOption.PublicKey, Usage), PathOption.Take(rest, Artifacts, Usage));
        return PipelinesModule.VerifyEvidenceAsync(PathOption.File(rest, Usage), key, artifacts, Console.Out, Console.Error, cancellationToken);
    }
}
