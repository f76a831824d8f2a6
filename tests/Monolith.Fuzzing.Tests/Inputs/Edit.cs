using System.Text;

namespace Monolith.Fuzzing.Tests.Inputs;

/// <summary>One change of an input; the place is a share of its length, so that it means something after other changes.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Place">Where, in millionths of the length.</param>
/// <param name="Span">How many bytes it takes away, copies or flips.</param>
/// <param name="Token">What it puts in.</param>
public sealed record Edit(EditKind Kind, int Place, int Span, string Token)
{
    public byte[] Apply(byte[] bytes)
    {
        var at = (int)((long)bytes.Length * Place / 1_000_000);
        var end = Math.Min(bytes.Length, at + Span);
        return Kind switch
        {
            EditKind.Insert => [.. bytes[..at], .. Encoding.UTF8.GetBytes(Token), .. bytes[at..]],
            EditKind.Replace => [.. bytes[..at], .. Encoding.UTF8.GetBytes(Token), .. bytes[end..]],
            EditKind.Delete => [.. bytes[..at], .. bytes[end..]],
            EditKind.Repeat => [.. bytes[..at], .. Enumerable.Repeat(bytes[at..end], 1 + (Place % 40)).SelectMany(part => part), .. bytes[at..]],
            EditKind.Cut => bytes[..at],
            EditKind.Swap => [.. bytes[end..], .. bytes[..end]],
            _ => [.. bytes[..at], .. bytes[at..end].Select(one => (byte)(one ^ (1 << (Place % 8)))), .. bytes[end..]],
        };
    }

    public override string ToString() => $"{Kind} {Span} at {Place / 10_000.0}% '{(Token.Length > 20 ? $"{Token[..20]}..." : Token)}'";
}

public enum EditKind
{
    Insert,
    Replace,
    Delete,
    Repeat,
    Cut,
    Swap,
    Flip,
}
