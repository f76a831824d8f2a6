using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace Monolith.Plugins.E2e.Secrets;

/// <summary>Takes secrets out of texts and files, as they are and in the ways that browsers and reports write them.</summary>
internal sealed class SecretText(IEnumerable<string> secrets)
{
    /// <summary>Shorter ones would take away parts of harmless words.</summary>
    public const int Shortest = 4;

    private const string Stars = "***";

    private readonly string[] forms =
        [.. secrets.Where(secret => secret.Length >= Shortest).SelectMany(Forms).Distinct().OrderByDescending(form => form.Length)];

    public bool Any => forms.Length > 0;

    public string Mask(string text)
    {
        foreach (var form in forms)
            text = text.Replace(form, Stars, StringComparison.Ordinal);
        return text;
    }

    /// <summary>Of any contents: each byte stands for one character, so that what is no text stays as it is.</summary>
    public byte[] Mask(byte[] contents)
    {
        var text = Encoding.Latin1.GetString(contents);
        foreach (var form in forms)
            text = text.Replace(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(form)), Stars, StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text);
    }

    private static IEnumerable<string> Forms(string secret)
    {
        yield return secret;
        yield return JavaScriptEncoder.Default.Encode(secret);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret);
        // A trace holds JSON in JSON where a call's body was JSON.
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret));
        yield return Uri.EscapeDataString(secret);
        yield return WebUtility.UrlEncode(secret);
        yield return WebUtility.HtmlEncode(secret);
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
    }
}
