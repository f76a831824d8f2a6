using System.Text;
using System.Text.RegularExpressions;
using Monolith.Dashboard.Serving;

namespace Monolith.Dashboard.Tests.Serving;

public sealed class AssetLibraryTests
{
    private const int MostOfAPage = 300 << 10;

    private readonly AssetLibrary library = new();

    [Fact]
    public void Names_AllOfThem_AreFewerBytesThanAPageMayHave()
    {
        var all = library.Names.Sum(name => library.Find(name)!.Plain.Length);

        Assert.InRange(all, 1, MostOfAPage);
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("", null)]
    public void Encode_AsTheBrowserTakesIt_IsSmaller(string accepted, string? encoding)
    {
        var asset = library.Find("house/dom.js")!;

        var (bytes, used) = asset.Encode(accepted);

        Assert.Equal(encoding, used);
        Assert.True(encoding is null ? bytes.Span.SequenceEqual(asset.Plain.Span) : bytes.Length < asset.Plain.Length / 2);
    }

    [Theory]
    [InlineData("innerHTML")]
    [InlineData("outerHTML")]
    [InlineData("insertAdjacentHTML")]
    [InlineData("document.write")]
    [InlineData("eval(")]
    public void Scripts_WhatMakesMarkupOfText_IsInNone(string sink) => Assert.DoesNotContain(
        library.Names.Where(name => name.EndsWith(".js", StringComparison.Ordinal)), name => Text(name).Contains(sink, StringComparison.Ordinal));

    [Fact]
    public void Scripts_TheirImports_AreThere()
    {
        foreach (var name in library.Names.Where(name => name.EndsWith(".js", StringComparison.Ordinal)))
            foreach (Match import in Regex.Matches(Text(name), "from \"(\\.[^\"]+)\""))
                Assert.NotNull(library.Find(Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", Path.GetDirectoryName(name)!, import.Groups[1].Value)))));
    }

    private string Text(string name) => Encoding.UTF8.GetString(library.Find(name)!.Plain.Span);
}
