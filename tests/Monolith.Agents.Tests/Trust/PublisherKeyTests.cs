using System.Security.Cryptography;
using Monolith.Agents.Tests.Support;
using Monolith.Agents.Trust;

namespace Monolith.Agents.Tests.Trust;

public sealed class PublisherKeyTests
{
    [Fact]
    public void SettingFault_PublicKeyAsTextOrFile_IsNone()
    {
        using var publishers = new Publishers();
        var file = publishers.PublicKeyOf("acme");

        Assert.Null(PublisherKey.SettingFault(file));
        Assert.Null(PublisherKey.SettingFault(File.ReadAllText(file)));
    }

    [Fact]
    public void SettingFault_NoFile_SaysSo() => Assert.StartsWith("The key 'acme.pem' cannot be read.", PublisherKey.SettingFault("acme.pem"), StringComparison.Ordinal);

    [Fact]
    public void SettingFault_PrivateKey_IsRefusedAndNotRepeated()
    {
        using var key = PublisherKey.Create();
        var pem = key.ExportPkcs8PrivateKeyPem();

        var fault = PublisherKey.SettingFault(pem);

        Assert.StartsWith("This is a private key.", fault, StringComparison.Ordinal);
        Assert.DoesNotContain(pem[40..80], fault, StringComparison.Ordinal);
    }

    [Fact]
    public void SettingFault_AnotherCurveOrNoKey_IsRefused()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.All([p384.ExportSubjectPublicKeyInfoPem(), "-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----"],
            pem => Assert.StartsWith("This is no public key of ECDSA P-256", PublisherKey.SettingFault(pem), StringComparison.Ordinal));
    }
}
