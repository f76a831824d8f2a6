using System.Text.Json;

namespace Monolith.Pipelines.Evidence.Format;

/// <summary>
/// Names of a bundle's parts. A bundle is JSON Lines: the header, the definition, each event, each artifact, each policy that ruled, and last the signed statement. Every
/// line ends with one line feed and is hashed byte for byte without it, so nothing depends on how JSON is read or written.
/// </summary>
internal static class EvidenceFormat
{
    public const string Name = "monolith-evidence";
    public const int Version = 1;
    public const string MediaType = "application/jsonl";

    public const string Header = "header";
    public const string Definition = "definition";
    public const string Event = "event";
    public const string Artifact = "artifact";
    public const string Policy = "policy";

    public const string StatementType = "https://in-toto.io/Statement/v1";
    public const string PredicateType = "https://slsa.dev/provenance/v1";
    public const string BuildType = "urn:monolith:pipeline-run:1";

    /// <summary>The statement's byproduct that holds the digest of every line before it.</summary>
    public const string Byproduct = "evidence";

    /// <summary>A line wraps what was stored, which may be as deep as the usual bound.</summary>
    public static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };
}
