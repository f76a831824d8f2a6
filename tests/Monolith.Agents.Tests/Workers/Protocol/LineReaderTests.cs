using System.Text;
using Monolith.Agents.Workers.Protocol;

namespace Monolith.Agents.Tests.Workers.Protocol;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void Next_LinesInPiecesOfAnySize_ComeWhole(int piece)
    {
        string[] lines = ["one", "", new('x', 40_000), "ü", "last"];
        var reader = new LineReader(new Pieces(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\nrest"), piece), longest: 50_000);

        Assert.Equal(lines, lines.Select(_ => Encoding.UTF8.GetString(reader.Next()!.Value.Span)));
        Assert.Null(reader.Next());
    }

    [Fact]
    public void Next_LineThatIsTooLong_IsRefused()
    {
        var reader = new LineReader(new Pieces(new byte[100_000], 1000), longest: 50_000);

        Assert.Contains("a line of more than 50000 bytes", Assert.Throws<WireException>(() => reader.Next()).Message);
    }

    private sealed class Pieces(byte[] content, int piece) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));
    }
}
