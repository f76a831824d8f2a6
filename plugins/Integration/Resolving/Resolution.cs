using System.Text;
using Monolith.Plugins.Integration.Conflicts;

namespace Monolith.Plugins.Integration.Resolving;

/// <summary>What is to stand in the place of a conflict.</summary>
/// <param name="How"><c>ours</c>, <c>theirs</c>, <c>base</c>, <c>both</c> (ours, then theirs) or <c>text</c>.</param>
/// <param name="Text">Of <c>text</c>: whole lines.</param>
internal sealed record Resolution(string How, string? Text = null)
{
    public const string Ours = "ours";
    public const string Theirs = "theirs";
    public const string Base = "base";
    public const string Both = "both";
    public const string OwnText = "text";

    /// <summary>0 to 100: how sure whoever resolved it is.</summary>
    public int Confidence { get; init; } = 100;

    /// <summary>Why, in a sentence; null when it needs none.</summary>
    public string? Reason { get; init; }

    /// <summary>Who: <c>ours</c>, <c>theirs</c>, <c>model</c> or <c>person</c>.</summary>
    public string By { get; init; } = How;

    /// <summary>Whether a conflict can be resolved like this; files as a whole have no lines to put together.</summary>
    public bool Fits(Conflict conflict) => How switch
    {
        Ours or Theirs => true,
        Base => conflict.Hunk is null || conflict.Hunk.Base is not null,
        Both => conflict.Hunk is not null,
        OwnText => conflict.IsReadable && Text is not null,
        _ => false,
    };

    public ReadOnlyMemory<byte> Of(Hunk hunk) => How switch
    {
        Ours => hunk.Ours,
        Theirs => hunk.Theirs,
        Base => hunk.Base ?? default,
        Both => Joined(hunk.Ours, hunk.Theirs),
        _ => LikeTheSides(hunk),
    };

    public IndexEntry? Of(ConflictedPath path) => How switch
    {
        Ours => path.Ours,
        Theirs => path.Theirs,
        _ => path.Base,
    };

    private static ReadOnlyMemory<byte> Joined(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second)
    {
        var between = first.IsEmpty || second.IsEmpty || first.Span[^1] == (byte)'\n' ? "" : EndsLinesWith(second.Span);
        return (byte[])[.. first.Span, .. Encoding.ASCII.GetBytes(between), .. second.Span];
    }

    // Text that a person or a model gives has line ends of its own; the file keeps its.
    private byte[] LikeTheSides(Hunk hunk)
    {
        var model = hunk.Ours.IsEmpty ? hunk.Theirs.Span : hunk.Ours.Span;
        var lines = Text!.ReplaceLineEndings("\n");
        var mayEndOpen = model.Length > 0 && model[^1] != (byte)'\n';
        lines = lines.Length == 0 || lines.EndsWith('\n') || mayEndOpen ? lines : lines + "\n";
        return Encoding.UTF8.GetBytes(lines.Replace("\n", EndsLinesWith(model), StringComparison.Ordinal));
    }

    private static string EndsLinesWith(ReadOnlySpan<byte> text) => text.IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";
}
