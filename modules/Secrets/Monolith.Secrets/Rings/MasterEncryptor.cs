using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Internal;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Monolith.Secrets.Masters;

namespace Monolith.Secrets.Rings;

/// <summary>Encrypts what is secret of a new key.</summary>
internal sealed class MasterEncryptor(MasterKeySet masters) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => KeyXml.Encrypt(plaintextElement, masters.Current);
}

/// <summary>Decrypts what is secret of a key.</summary>
internal sealed class MasterDecryptor(MasterKeySet masters) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => masters.Find(KeyXml.MasterOf(encryptedElement)) is { } master
        ? KeyXml.Decrypt(encryptedElement, master)
        : throw new CryptographicException($"The key is encrypted by the master key {KeyXml.MasterOf(encryptedElement)}, which this host does not have.");
}

/// <summary>Data Protection makes decryptors by the name in the table. Ours is the same in every version of the assembly, older ones included.</summary>
internal sealed class KeyActivator(IActivator inner, MasterKeySet masters) : IActivator
{
    private static readonly string Ours = typeof(MasterDecryptor).FullName!;

    public object CreateInstance(Type expectedBaseType, string implementationTypeName) =>
        implementationTypeName.Split(',')[0] == Ours ? new MasterDecryptor(masters) : inner.CreateInstance(expectedBaseType, implementationTypeName);
}
