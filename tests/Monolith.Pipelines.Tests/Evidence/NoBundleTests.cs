using System.Text;

namespace Monolith.Pipelines.Tests.Evidence;

public sealed class NoBundleTests
{
    [Theory]
    [InlineData("")]
    [InlineData("hello\n")]
    [InlineData("{\"line\":\"header\"}\n{}\n")]
    [InlineData("[1,2")]
    public async Task Verify_SomethingElse_IsNoBundle(string text) =>
        Assert.False((await Bundles.VerifyAsync(Encoding.UTF8.GetBytes(text))).IsBundle);
}
