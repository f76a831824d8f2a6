using Microsoft.Extensions.Logging.Abstractions;
using Monolith.Agents.Invocation;
using Monolith.Agents.Masking;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Tests.Invocation;

public sealed class AgentLogTests
{
    private readonly List<(AgentLogLevel Level, string Line)> lines = [];

    [Theory]
    [InlineData("one", "one")]
    [InlineData("one\ntwo", "one|two")]
    [InlineData("one\r\ntwo\rthree\n", "one|two|three")]
    [InlineData("one\n\ntwo", "one||two")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Write_Text_BecomesLines(string? text, string expected)
    {
        Log().Write(AgentLogLevel.Warning, text!);

        Assert.Equal(expected, string.Join('|', lines.Select(line => line.Line)));
        Assert.All(lines, line => Assert.Equal(AgentLogLevel.Warning, line.Level));
    }

    [Fact]
    public void Write_LongLine_IsCutAt16KiBAndSaysSo()
    {
        Log().Write(AgentLogLevel.Info, new string('x', 16 * 1024 + 5));

        Assert.Equal(new string('x', 16 * 1024) + " … (5 more characters)", Assert.Single(lines).Line);
    }

    [Fact]
    public void Write_LineOf16KiB_IsNotCut()
    {
        Log().Write(AgentLogLevel.Info, new string('x', 16 * 1024));

        Assert.Equal(16 * 1024, Assert.Single(lines).Line.Length);
    }

    [Fact]
    public void Write_SecretAcrossTheCut_IsLeftOutWhole()
    {
        Log("s3cret-value").Write(AgentLogLevel.Info, new string('x', 16 * 1024 - 4) + "s3cret-value and more");

        Assert.DoesNotContain("s3cr", Assert.Single(lines).Line, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SecretOfSeveralLines_IsMaskedInEachLine()
    {
        Log("-----BEGIN KEY-----\nMIIEvQIBADANBgkqh\nkiG9w0BAQEFAASCBK\n-----END KEY-----").Write(
            AgentLogLevel.Info, "key: -----BEGIN KEY-----\nMIIEvQIBADANBgkqh\nkiG9w0BAQEFAASCBK\n-----END KEY-----");

        Assert.Equal(["key: ***", "***", "***", "***"], lines.Select(line => line.Line));
    }

    [Fact]
    public void Write_LevelThatIsNone_IsInfo()
    {
        Log().Write((AgentLogLevel)77, "x");

        Assert.Equal(AgentLogLevel.Info, Assert.Single(lines).Level);
    }

    [Fact]
    public void Write_SinkThatThrows_IsTriedOnceOnly()
    {
        var tries = 0;
        var log = new AgentLog((_, _) => throw new IOException($"try {++tries}"), SecretMask.None, NullLogger.Instance);

        log.Write(AgentLogLevel.Info, "one");
        log.Write(AgentLogLevel.Info, "two");

        Assert.Equal(1, tries);
    }

    private AgentLog Log(string? secret = null) => new(
        (level, line) => lines.Add((level, line)),
        SecretMask.For(secret is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["secret"] = secret }),
        NullLogger.Instance);
}
