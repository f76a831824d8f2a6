using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace Monolith.Agents.Masking;

/// <summary>The ways a secret may be written in an output.</summary>
internal static class SecretForms
{
    private const int Shortest = 4;
    private const int ShortestPart = 8;

    public static IEnumerable<string> Of(string? secret) => secret is null || secret.Length < Shortest
        ? []
        : Plain(secret).Concat(Lines(secret)).Concat(Url(secret)).Concat(Base64(secret));

    private static IEnumerable<string> Plain(string secret) =>
    [
        secret,
        JavaScriptEncoder.Default.Encode(secret),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
    ];

    // A log is split into lines before it is masked.
    private static IEnumerable<string> Lines(string secret)
    {
        var lines = secret.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length > 1 || lines is [{ } only] && only != secret ? lines.Where(line => line.Length >= ShortestPart) : [];
    }

    private static IEnumerable<string> Url(string secret)
    {
        string[] encoded = [Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret)];
        return encoded.Concat(encoded.Select(LowerCaseHex));
    }

    private static string LowerCaseHex(string encoded)
    {
        var text = new StringBuilder(encoded);
        for (var i = 0; i < text.Length - 2; i++)
        {
            if (text[i] != '%')
                continue;
            text[i + 1] = char.ToLowerInvariant(text[i + 1]);
            text[i + 2] = char.ToLowerInvariant(text[i + 2]);
        }

        return text.ToString();
    }

    // Base64 has three alignments: user:secret encoded as a whole holds none of the secret's own encoding.
    private static IEnumerable<string> Base64(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return Convert.ToBase64String(bytes);
        yield return Convert.ToBase64String(bytes).TrimEnd('=');
        foreach (var lead in (int[])[0, 1, 2])
        {
            var whole = Convert.ToBase64String([.. new byte[lead], .. bytes]);
            var first = lead == 0 ? 0 : lead + 1;
            var last = (lead + bytes.Length) * 8 / 6;
            var certain = whole[first..last];
            if (lead > 0 && certain.Length < ShortestPart)
                continue;
            yield return certain;
            yield return certain.Replace('+', '-').Replace('/', '_');
        }
    }
}
