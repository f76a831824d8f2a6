namespace Monolith.Plugins.Tests.Validation;

/// <summary>Two refs of a repository, built and compared.</summary>
public sealed class ApiTests : ValidationTestBase
{
    private const string Before = """
        namespace Shop;
        public interface IRate { int Of(int amount); }
        public class Price : System.IDisposable
        {
            public int Amount { get; set; }
            public void Dispose() { }
            public readonly int Cents;
            public virtual int Total(int count) => count;
            public int Removed() => 1;
            public int Moved() => 1;
            protected void Hook() { }
            internal void Inside() { }
            public class Part { }
        }
        public enum Kind { One = 1, Two = 2 }
        public class Open : System.IDisposable { public void Dispose() { } }
        public static class Gone { }
        public struct Same { public int X; }
        internal class Hidden { public int Y; }
        """;

    private const string After = """
        namespace Shop;
        public interface IRate { int Of(int amount); int More(); int WithDefault() => 1; }
        public class Base : System.IDisposable { public int Moved() => 1; public void Dispose() { } }
        public class Price : Base
        {
            public int Amount { get; init; }
            public readonly int Cents;
            public int Total(int count) => count;
            public int Total(int count, int more) => count + more;
            private protected void Hook() { }
            public class Part { public T Added<T>() where T : new() => new(); }
        }
        public enum Kind { One = 1, Two = 3, Three = 4 }
        public sealed class Open { public void Dispose() { } }
        public struct Same { public int X; public int Z; }
        """;

    [Fact]
    [Trait("Length", "Long")]
    public async Task Api_TwoRefs_NamesEachBreakAndNothingElse()
    {
        Commit(Before);
        Git("tag", "v1");
        Commit(After);

        var result = (await RunAsync("api", new { baseline = "v1" })).Succeeded();

        Assert.Equal(
            [
                "Shop.Gone was removed: a class (Library)",
                "Shop.IRate.More(): int is new and has to be implemented outside (Library)",
                "Shop.Kind.Two: Shop.Kind was 2 and is 3 (Library)",
                "Shop.Open is sealed now (Library)",
                "Shop.Open no longer derives from or implements System.IDisposable (Library)",
                "Shop.Price.Hook(): void was removed or its signature changed (Library)",
                "Shop.Price.Removed(): int was removed or its signature changed (Library)",
                "Shop.Price.Total(int): int can no longer be overridden (Library)",
                "Shop.Price.set_Amount(int): void was removed or its signature changed (Library)",
            ],
            result.Outputs["breakingChanges"]!.AsArray().Select(one => (string)one!).Order(StringComparer.Ordinal));
        Assert.Equal(9, result.Metrics["api_breaking_changes"]);
        // The repository itself is as it was.
        Assert.Equal("", RealGit.Run(Workspace.At("source"), "status", "--porcelain"));
    }

    [Fact]
    public async Task Api_NoSuchBaseline_IsUnknown()
    {
        Commit(Before);

        var result = await RunAsync("api", new { baseline = "v9" });

        result.FailedWith("WORKSPACE_ERROR").Says("no commit 'v9'");
        Assert.Empty(result.Metrics);
    }

    [Theory]
    [InlineData("--upload-pack=x")]
    [InlineData("")]
    public async Task Api_OddBaseline_IsRefused(string baseline) => Assert.NotEmpty(
        await Stage.FaultsAsync(new Plugins.Validation.ValidationAgent(), "api", $$"""{ "baseline": "{{baseline}}" }"""));

    private void Commit(string code)
    {
        Workspace.Write("source/Library.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        Workspace.Write("source/Shop.cs", code);
        Workspace.Write("source/.gitignore", "bin/\nobj/\n");
        if (!Directory.Exists(Workspace.At("source/.git")))
        {
            Git("init", "--quiet");
        }

        Git("add", "-A");
        Git("commit", "--quiet", "-m", "change");
    }

    private void Git(params string[] arguments) => RealGit.Run(Workspace.At("source"), arguments);
}
