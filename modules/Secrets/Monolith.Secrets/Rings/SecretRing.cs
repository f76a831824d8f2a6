using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.Internal;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Secrets.Masters;

namespace Monolith.Secrets.Rings;

/// <summary>A ring of Data Protection's keys of its own: another's purposes, keys and cookies have nothing to do with it.</summary>
internal sealed class SecretRing
{
    private const string Purpose = "Monolith.Secrets.v1";

    private readonly IDataProtectionProvider protection;
    private readonly IKeyManager keys;
    private readonly TimeSpan lifetime;

    private SecretRing(IServiceProvider services)
    {
        protection = services.GetRequiredService<IDataProtectionProvider>();
        keys = services.GetRequiredService<IKeyManager>();
        lifetime = services.GetRequiredService<Microsoft.Extensions.Options.IOptions<KeyManagementOptions>>().Value.NewKeyLifetime;
    }

    public static SecretRing Over(KeyTable table, MasterKeySet masters)
    {
        // Without a logger: what Data Protection logs of keys it cannot read holds parts of them.
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("monolith-secrets");
        services.Configure<KeyManagementOptions>(options => (options.XmlRepository, options.XmlEncryptor) = (table, new MasterEncryptor(masters)));
        var usual = services.Last(service => service.ServiceType == typeof(IActivator)).ImplementationType!;
        services.AddSingleton<IActivator>(provider => new KeyActivator((IActivator)ActivatorUtilities.CreateInstance(provider, usual), masters));
        return new SecretRing(services.BuildServiceProvider());
    }

    /// <summary>What is encrypted from now on is so by a new key.</summary>
    public void MakeKey(DateTimeOffset now) => keys.CreateNewKey(now, now + lifetime);

    /// <summary>Bound to its place: in another row it cannot be read.</summary>
    public byte[] Encrypt(string project, string name, string value) => ProtectorOf(project, name).Protect(Encoding.UTF8.GetBytes(value));

    /// <exception cref="CryptographicException">It was altered, moved from another place, or its key cannot be read.</exception>
    public string Decrypt(string project, string name, byte[] cipher) => Encoding.UTF8.GetString(ProtectorOf(project, name).Unprotect(cipher));

    private IDataProtector ProtectorOf(string project, string name) => protection.CreateProtector(Purpose, project, name);
}
