using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Monolith.Secrets.Masters;

namespace Monolith.Secrets.Rings;

/// <summary>The secret part of a key of Data Protection, as it lies in the table.</summary>
internal static class KeyXml
{
    private const string Element = "masterEncrypted";

    public static EncryptedXmlInfo Encrypt(XElement plain, MasterKey master) => new(
        new XElement(Element, new XAttribute("master", master.Id), Convert.ToBase64String(master.Encrypt(plain.ToString(SaveOptions.DisableFormatting)))),
        typeof(MasterDecryptor));

    /// <exception cref="System.Security.Cryptography.CryptographicException">It was altered.</exception>
    public static XElement Decrypt(XElement encrypted, MasterKey master) => XElement.Parse(master.Decrypt(Convert.FromBase64String(encrypted.Value)));

    /// <returns>The id of the master key that it is encrypted by.</returns>
    public static string MasterOf(XElement encrypted) => encrypted.Attribute("master")?.Value ?? "";

    /// <returns>The encrypted part of the newest key; null when there is no key.</returns>
    public static XElement? Newest(IEnumerable<XElement> elements) => elements
        .Where(element => element.Name.LocalName == "key")
        .MaxBy(element => DateTimeOffset.Parse(element.Element("creationDate")!.Value, CultureInfo.InvariantCulture))
        ?.Descendants(Element).FirstOrDefault();
}
