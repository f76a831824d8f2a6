using System.Globalization;
using System.Text.Json;
using Monolith.Access.Contracts.Audit;

namespace Monolith.Access.Audit;

/// <summary>
/// An entry as it is kept, exported and hashed: one line of JSON in ASCII, members always in this order. The bytes are the truth, so nothing depends
/// on how JSON is read.
/// </summary>
/// <param name="Number">From 1, without a gap.</param>
/// <param name="Bytes">The line.</param>
/// <param name="Hash">With which it ends.</param>
/// <param name="Entry">What it says.</param>
internal sealed record AuditLine(long Number, byte[] Bytes, string Hash, AuditEntry Entry)
{
    /// <summary>Before the first line.</summary>
    public static readonly string NoHash = new('0', 64);

    public const int LongestText = 512;
    private const int MostDetails = 20;

    public static AuditLine Of(AuditEntry entry, long number, string previous)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("number", number);
            json.WriteString("at", TimeText(entry.At));
            Write(json, "action", entry.What.Action);
            Write(json, "who", entry.Who);
            Write(json, "how", entry.What.How);
            Write(json, "from", entry.What.From);
            Write(json, "subject", entry.What.Subject);
            Write(json, "result", entry.What.Result);
            Write(json, "request", entry.What.Request);
            Write(json, "requestId", entry.Origin?.RequestId);
            Write(json, "host", entry.Host);
            WriteDetail(json, entry.What.Detail);
            json.WriteString("previous", previous);
            json.WriteEndObject();
        }

        var bytes = HashedLine.Close(buffer.GetBuffer().AsSpan(0, (int)buffer.Length - 1), out var hash);
        return new AuditLine(number, bytes, hash, entry);
    }

    /// <summary>To the microsecond, as the store keeps it.</summary>
    public static string TimeText(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The store takes no zero characters, and nobody may make a line long.</summary>
    public static string Cut(string text) => (text.Length > LongestText ? text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)] : text).Replace('\0', ' ');

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, Cut(text));
    }

    private static void WriteDetail(Utf8JsonWriter json, IReadOnlyDictionary<string, string>? detail)
    {
        if (detail is not { Count: > 0 })
            return;
        json.WriteStartObject("detail");
        foreach (var (name, value) in detail.OrderBy(pair => pair.Key, StringComparer.Ordinal).Take(MostDetails))
            Write(json, Cut(name), value);
        json.WriteEndObject();
    }
}
