using System.Buffers;
using System.Text;

namespace Monolith.Agents.Masking;

/// <summary>Replaces every secret of a stage, in every form it may take, by three asterisks.</summary>
internal sealed class SecretMask
{
    private const string Replacement = "***";

    private readonly string[] forms;
    private readonly SearchValues<string> search;

    private SecretMask(string[] forms)
    {
        this.forms = forms;
        search = SearchValues.Create(forms, StringComparison.Ordinal);
        LongestForm = forms.Length == 0 ? 0 : forms[0].Length;
    }

    public static SecretMask None { get; } = new([]);

    /// <summary>How many characters past a cut must be known for a secret across the cut to be seen.</summary>
    public int LongestForm { get; }

    public static SecretMask For(IReadOnlyDictionary<string, string> secrets)
    {
        if (secrets.Count == 0)
            return None;
        var distinct = secrets.Values.SelectMany(SecretForms.Of).Distinct(StringComparer.Ordinal);
        string[] forms = [.. distinct.OrderByDescending(form => form.Length)];
        return forms.Length == 0 ? None : new(forms);
    }

    public bool Finds(string text) => forms.Length > 0 && text.AsSpan().IndexOfAny(search) >= 0;

    public string Apply(string text) =>
        !Finds(text) ? text : Apply(text, text.Length, out _);

    /// <summary>Masks the first <paramref name="limit"/> characters; a secret that crosses the limit is left out whole.</summary>
    /// <param name="kept">How many characters of <paramref name="text"/> the answer stands for.</param>
    public string Apply(ReadOnlySpan<char> text, int limit, out int kept)
    {
        kept = Math.Min(text.Length, limit);
        if (kept > 0 && kept < text.Length && char.IsHighSurrogate(text[kept - 1]))
            kept--;
        if (forms.Length == 0)
            return text[..kept].ToString();

        var masked = new StringBuilder(kept);
        var done = 0;
        while (Next(text, done, out var end) is var start and >= 0 && start < kept)
        {
            if (end > kept)
                kept = start;
            masked.Append(text[done..start]).Append(end > kept ? "" : Replacement);
            done = Math.Min(end, kept);
        }

        return masked.Append(text[done..kept]).ToString();
    }

    // Forms that overlap are one match: masking the first alone would show the rest of the second.
    private int Next(ReadOnlySpan<char> text, int from, out int end)
    {
        end = 0;
        var first = text[from..].IndexOfAny(search);
        if (first < 0)
            return -1;

        var start = from + first;
        end = start + LongestAt(text[start..]);
        for (var inner = start + 1; inner < end; inner++)
        {
            var next = text[inner..].IndexOfAny(search);
            if (next < 0 || inner + next >= end)
                break;
            inner += next;
            end = Math.Max(end, inner + LongestAt(text[inner..]));
        }

        return start;
    }

    private int LongestAt(ReadOnlySpan<char> text)
    {
        foreach (var form in forms)
        {
            if (text.StartsWith(form, StringComparison.Ordinal))
                return form.Length;
        }

        return 1;
    }
}
