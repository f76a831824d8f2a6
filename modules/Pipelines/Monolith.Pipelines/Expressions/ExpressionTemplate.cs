using System.Text.Json.Nodes;

namespace Monolith.Pipelines.Expressions;

/// <summary>A text with expressions in it: pieces of plain text and, between <c>${{</c> and <c>}}</c>, expressions.</summary>
internal sealed class ExpressionTemplate
{
    private ExpressionTemplate(IReadOnlyList<Piece> pieces, string? error) => (Pieces, Error) = (pieces, error);

    public IReadOnlyList<Piece> Pieces { get; }

    /// <summary>What is wrong with the text; null when it can be read.</summary>
    public string? Error { get; }

    /// <summary>Whether the text is one expression and nothing else, so that its value keeps its type.</summary>
    public bool IsWhole => Pieces is [{ Choices.Count: > 0 }];

    public IEnumerable<ExpressionPath> References => Pieces.SelectMany(piece => piece.Choices).Select(choice => choice.Path).OfType<ExpressionPath>();

    public static ExpressionTemplate Parse(string text)
    {
        var pieces = new List<Piece>();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf(ExpressionText.Open, at, StringComparison.Ordinal);
            if (open < 0)
                break;
            if (open > at && text[open - 1] == '$')
            {
                // $${{ stands for ${{ itself.
                pieces.Add(Piece.Plain(text[at..(open - 1)] + ExpressionText.Open));
                at = open + ExpressionText.Open.Length;
                continue;
            }

            if (open > at)
                pieces.Add(Piece.Plain(text[at..open]));
            var close = ExpressionParser.FindClose(text, open + ExpressionText.Open.Length);
            if (close < 0)
                return new([], $"An expression is opened by ${{{{ and not closed by }}}}: {Shorten(text[open..])}");
            var inner = text[(open + ExpressionText.Open.Length)..close];
            var parsed = ExpressionParser.Parse(inner);
            if (!parsed.IsSuccess)
                return new([], $"'{Shorten(inner.Trim())}' is not an expression: {parsed.Problems[0].Message}");
            pieces.Add(new Piece("", parsed.Value, inner.Trim()));
            at = close + 2;
        }

        if (at < text.Length)
            pieces.Add(Piece.Plain(text[at..]));
        return new(pieces, error: null);
    }

    private static string Shorten(string text) => text.Length > 60 ? text[..60] + "..." : text;

    /// <param name="Text">Plain text; empty for an expression.</param>
    /// <param name="Choices">Tried in order until one has a value; empty for plain text.</param>
    /// <param name="Source">The expression as written.</param>
    internal sealed record Piece(string Text, IReadOnlyList<Choice> Choices, string Source)
    {
        public static Piece Plain(string text) => new(text, [], "");
    }

    /// <summary>A path, or a literal.</summary>
    internal sealed record Choice(ExpressionPath? Path, JsonNode? Literal);
}
