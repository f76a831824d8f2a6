using System.Text;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Reading;

namespace Monolith.Pipelines.Tests.Definitions;

public sealed class HostileDocumentTests
{
    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("{\"a\":", "}")]
    [InlineData("- ", "")]
    [InlineData("? ", "")]
    public void Read_NestedWithoutEnd_IsRefused(string open, string close)
    {
        var levels = DefinitionReader.MaxBytes / (open.Length + close.Length) - 1;
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, levels)) + "1" + string.Concat(Enumerable.Repeat(close, levels)));

        Assert.False(DefinitionReader.Read(body, DefinitionFormat.Yaml).IsSuccess);
        Assert.False(DefinitionReader.Read(body, DefinitionFormat.Json).IsSuccess);
    }

    [Fact]
    public void Read_AliasesOfAliases_AreRefusedAtTheFirst()
    {
        var lines = Enumerable.Range(1, 30).Select(level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]");

        var read = DefinitionReader.Read(Encoding.UTF8.GetBytes("a0: &a0 [x]\n" + string.Join('\n', lines)), DefinitionFormat.Yaml);

        Assert.Contains("Anchors", Assert.Single(read.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MoreValuesThanAnyDefinitionHas_IsRefused()
    {
        var body = Encoding.UTF8.GetBytes($"a: [{string.Join(',', Enumerable.Repeat("1", DefinitionReader.MaxNodes))}]");

        Assert.False(DefinitionReader.Read(body, DefinitionFormat.Yaml).IsSuccess);
    }
}
