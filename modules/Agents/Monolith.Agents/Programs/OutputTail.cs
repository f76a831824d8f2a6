using System.Text;

namespace Monolith.Agents.Programs;

/// <summary>The last characters of a text that may never end.</summary>
internal sealed class OutputTail(int limit)
{
    private readonly StringBuilder text = new();

    public void Append(ReadOnlySpan<char> more)
    {
        text.Append(more);
        if (text.Length > 2 * limit)
            text.Remove(0, text.Length - limit);
    }

    public override string ToString()
    {
        var start = Math.Max(text.Length - limit, 0);
        if (start > 0 && char.IsLowSurrogate(text[start]))
            start++;
        return text.ToString(start, text.Length - start);
    }
}
