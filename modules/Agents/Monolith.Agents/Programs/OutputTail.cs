using System.Text;

namespace Monolith.Agents.Programs;

/// <summary>The last part of what a program prints.</summary>
internal sealed class OutputTail
{
    private const int Most = 4 << 20;

    private readonly StringBuilder text = new();

    public void Add(string line)
    {
        lock (text)
        {
            text.Append(line).Append('\n');
            if (text.Length > Most * 2)
                text.Remove(0, text.Length - Most);
        }
    }

    public override string ToString()
    {
        lock (text)
            return text.Length > Most ? text.ToString(text.Length - Most, Most) : text.ToString();
    }
}
