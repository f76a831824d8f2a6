using System.Text;
using Monolith.Agents.Workers.Protocol;

namespace Monolith.Agents.Tests.Workers.Protocol;

public sealed class LineWriterTests
{
    [Fact]
    public void Send_TextWithHalfACharacterAndLineBreaks_IsOneLineOfJson()
    {
        using var stream = new MemoryStream();

        new LineWriter(stream, waits: true).Send("log", "a\nb \ud83d ü", static (json, line) => json.WriteString("line", line));

        Assert.Equal("{\"type\":\"log\",\"line\":\"a\\nb \\uFFFD ü\"}\n", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Send_MessageThatCannotBeWritten_LeavesNothingOfItBehind()
    {
        using var stream = new MemoryStream();
        var writer = new LineWriter(stream, waits: true);

        Assert.Throws<InvalidOperationException>(() => writer.Send("a", 0, static (json, _) => json.WriteStringValue("no name")));
        Assert.Throws<WireException>(() => writer.Send("a", new string('x', Wire.LongestLine), static (json, text) => json.WriteString("b", text)));
        writer.Send("b", 0, static (_, _) => { });

        Assert.Equal("{\"type\":\"b\"}\n", Encoding.UTF8.GetString(stream.ToArray()));
    }
}
