using Monolith.Fuzzing.Tests.Http;
using Monolith.Fuzzing.Tests.Running;
using Monolith.Pipelines.Evidence.Verifying;

namespace Monolith.Fuzzing.Tests.Evidence;

[Collection(OneFuzzedHost.Name)]
public sealed class BundleFuzzTests(FuzzHostFixture host)
{
    [Fact]
    public async Task Verify_AnyChange_IsFound()
    {
        var bundle = await host.Http.GetByteArrayAsync($"/api/v1/runs/{host.Run}/evidence");
        Assert.True((await EvidenceVerifier.VerifyAsync(new MemoryStream(bundle))).IsValid);

        Fuzz.RunAsync("evidence bundle", [bundle], async mutant =>
        {
            var isSame = mutant.Bytes.AsSpan().SequenceEqual(bundle);
            Assert.Equal(isSame, await IsValidAsync(mutant.Bytes));
            return isSame;
        }, share: 0.2);
    }

    private static async Task<bool> IsValidAsync(byte[] bytes)
    {
        try
        {
            return (await EvidenceVerifier.VerifyAsync(new MemoryStream(bytes))).IsValid;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
