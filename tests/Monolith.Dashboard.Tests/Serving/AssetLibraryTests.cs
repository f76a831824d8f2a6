using System.Text;
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
    public void Imports_OfEachScript_AreThere()
    {
        foreach (var name in library.Names.Where(name => name.EndsWith(".js", StringComparison.Ordinal)))
            Assert.All(library.Imports.Of(name), import => Assert.NotNull(library.Find(import)));
    }

    [Fact]
    public void Imports_OfAPage_AreAllLayersEachOnce()
    {
        string[] all = ["house/api.js", "house/dom.js", "house/words.js", "parts/ansi.js", "parts/log.js", "parts/stage.js"];

        var imports = library.Imports.Of("pages/run.js");

        Assert.Superset(all.ToHashSet(), imports.ToHashSet());
        Assert.Distinct(imports);
        Assert.DoesNotContain("pages/run.js", imports);
    }

    [Theory]
    [InlineData("import { a } from \"./b.js\";\n", "parts/b.js")]
    [InlineData("import {\n  a,\n} from \"../house/b.js\";\n", "house/b.js")]
    [InlineData("import \"./b.js\";\n", "parts/b.js")]
    [InlineData("// import { a } from \"./b.js\";\n", null)]
    public void Imports_AsTheyMayBeWritten_AreRead(string script, string? import)
    {
        var imports = new ScriptImports(name => new Asset(name, Encoding.UTF8.GetBytes(name == "parts/a.js" ? script : "")));

        Assert.Equal(import is null ? [] : [import], imports.Of("parts/a.js"));
    }

    private string Text(string name) => Encoding.UTF8.GetString(library.Find(name)!.Plain.Span);
}
