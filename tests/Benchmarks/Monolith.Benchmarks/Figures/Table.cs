namespace Monolith.Benchmarks.Figures;

/// <summary>A Markdown table.</summary>
internal sealed class Table(params string[] columns)
{
    private readonly List<string[]> rows = [];
    private readonly List<string> notes = [];

    public IReadOnlyList<string> Notes => notes;

    public Table Row(params string[] cells)
    {
        rows.Add(cells);
        return this;
    }

    /// <summary>A sentence below the table.</summary>
    public Table Note(string note)
    {
        notes.Add(note);
        return this;
    }

    public IEnumerable<string> Lines() => rows.Prepend([.. columns.Select(_ => "---")]).Prepend(columns).Select(Line);

    private static string Line(string[] cells) => $"| {string.Join(" | ", cells)} |";
}
