using System.Security.Cryptography;
using Monolith.Pipelines.Evidence.Signing;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Evidence;

public sealed class KeyTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task Key_AskedForByManyAtOnce_IsOne()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await Task.Yield();
            using var key = await database.Get<SigningKeys>().OpenAsync(CancellationToken.None);
            return key.ExportSubjectPublicKeyInfoPem();
        }));

        Assert.Single(keys.Distinct());
    }

    [Fact]
    public async Task Verify_KeyOfAnotherInstallation_IsRefused()
    {
        var given = Bundles.Eventful();
        var bundle = await database.ExportAsync(await database.StoreAsync(given.Run, given.Events));
        using var own = await database.Get<SigningKeys>().OpenAsync(CancellationToken.None);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.True((await Bundles.VerifyAsync(bundle, own)) is { IsValid: true, IsKeyGiven: true });
        Assert.Contains("the given one is", Assert.Single((await Bundles.VerifyAsync(bundle, other)).Faults), StringComparison.Ordinal);
    }
}
