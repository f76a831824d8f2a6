using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Pipelines.Evidence.Exporting;
using Monolith.Pipelines.Evidence.Signing;
using Monolith.Pipelines.Evidence.Verifying;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Tests.Runs;
using Monolith.Pipelines.Tests.Support;

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
