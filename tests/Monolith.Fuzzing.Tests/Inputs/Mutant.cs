using System.Text;

namespace Monolith.Fuzzing.Tests.Inputs;

/// <summary>A good input and what was done to it, so that a failure can be made smaller by undoing one edit after the other.</summary>
public sealed record Mutant(byte[] Seed, IReadOnlyList<Edit> Edits)
{
    private const int MostBytes = 1 << 20;

    public byte[] Bytes
    {
        get
        {
            var bytes = Edits.Aggregate(Seed, (before, edit) => edit.Apply(before));
            return bytes.Length > MostBytes ? bytes[..MostBytes] : bytes;
        }
    }

    public string Text => Encoding.UTF8.GetString(Bytes);

    public IEnumerable<Mutant> Smaller() => Edits.Select((_, skipped) => this with { Edits = [.. Edits.Where((_, i) => i != skipped)] });

    public override string ToString() => $"{string.Join(", ", Edits)} on {Seed.Length} bytes:\n{Text}";
}
