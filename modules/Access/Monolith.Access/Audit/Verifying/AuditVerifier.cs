using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Monolith.Access.Contracts.Audit;

namespace Monolith.Access.Audit.Verifying;

/// <summary>Goes along the chain up to the first line that is not as it was written.</summary>
/// <param name="key">The key the head must be signed with; null for the one it names itself.</param>
internal sealed class AuditVerifier(ECDsa? key)
{
    private AuditHead? head;
    private string previous = AuditLine.NoHash;

    /// <summary>0 before any.</summary>
    public long First { get; private set; }

    public long Last { get; private set; }

    /// <returns>What is wrong with the first line that is; null when nothing is.</returns>
    public async Task<string?> VerifyAsync(IAsyncEnumerable<StoredLine> lines)
    {
        var place = 0;
        await foreach (var line in lines)
        {
            place++;
            if (head is not null)
                return $"Line {place}: something follows the head.";
            if ((head = AuditHead.Read(line.Text)) is null && FaultOf(line) is { } fault)
                return $"Line {place}: {fault}";
        }

        return HeadFault();
    }

    private string? FaultOf(StoredLine line)
    {
        var bytes = Encoding.Latin1.GetBytes(line.Text);
        if (HashedLine.Recompute(bytes) is not { } hash || Read(line.Text) is not { } read)
            return "it is no entry of an audit trail.";
        if (First != 0 && read.Number != Last + 1)
            return $"entry {read.Number} stands where {Last + 1} belongs.";
        if (read.Hash != hash)
            return $"entry {read.Number} was changed.";
        if (First == 0)
            (First, previous) = (read.Number, read.Number == 1 ? previous : read.Previous);
        if (read.Previous != previous)
            return $"entry {read.Number} does not follow the one before it.";
        if (line.Columns is { } columns && columns != read.Columns)
            return $"entry {read.Number} was changed where it is looked for: a column of the table is not as the line says.";
        (Last, previous) = (read.Number, hash);
        return null;
    }

    private string? HeadFault()
    {
        if (head is null)
            return First == 0 ? null : $"The end is missing: no signed head follows entry {Last}.";
        if (!head.IsSigned(key))
            return key is null ? "The head's signature is wrong." : "The head is not signed with the given key.";
        return head.Number == Last && head.Hash == previous ? null : string.Create(CultureInfo.InvariantCulture, $"The end is missing: entry {Last} is the last, the signed head says {head.Number}.");
    }

    private static Parsed? Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var columns = new LineColumns(root.GetProperty("number").GetInt64(), root.GetProperty("at").GetDateTimeOffset(), Text("action")!, Text("who")!, Text("subject"));
            return new Parsed(columns.Number, Text("previous")!, Text("hash")!, columns);

            string? Text(string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private sealed record Parsed(long Number, string Previous, string Hash, LineColumns Columns);
}
