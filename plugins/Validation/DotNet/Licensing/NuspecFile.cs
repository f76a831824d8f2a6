using System.Xml.Linq;
using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Licenses;

namespace Monolith.Plugins.Validation.DotNet.Licensing;

/// <summary>What a package says of its licence: an expression, a file in the package, or only an address.</summary>
internal static class NuspecFile
{
    private const string ByName = "https://licenses.nuget.org/";

    // Addresses that older packages give for what is well known.
    private static readonly Dictionary<string, string> Addresses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["http://www.apache.org/licenses/LICENSE-2.0"] = "Apache-2.0",
        ["https://www.apache.org/licenses/LICENSE-2.0"] = "Apache-2.0",
        ["http://www.apache.org/licenses/LICENSE-2.0.html"] = "Apache-2.0",
        ["http://opensource.org/licenses/MIT"] = "MIT",
        ["https://opensource.org/licenses/MIT"] = "MIT",
        ["https://github.com/dotnet/corefx/blob/master/LICENSE.TXT"] = "MIT",
        ["https://github.com/dotnet/standard/blob/master/LICENSE.TXT"] = "MIT",
        ["https://raw.githubusercontent.com/xunit/xunit/master/license.txt"] = "Apache-2.0",
    };

    public static string? License(string folder, string id)
    {
        var file = Path.Combine(folder, $"{id.ToLowerInvariant()}.nuspec");
        if (!File.Exists(file))
        {
            return null;
        }

        var metadata = XmlReport.Load(file, "package").Root!.Elements().FirstOrDefault(element => element.Name.LocalName == "metadata");
        return Value(metadata, "license") is { } license
            ? (string?)license.Attribute("type") == "file" ? InPackage(folder, license.Value.Trim()) : license.Value.Trim()
            : Value(metadata, "licenseUrl") is { } address ? OfAddress(address.Value.Trim()) : null;
    }

    private static XElement? Value(XElement? metadata, string name) =>
        metadata?.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static string? InPackage(string folder, string name)
    {
        var file = Path.GetFullPath(Path.Combine(folder, name.Replace('\\', '/')));
        return WorkspacePath.IsWithin(file, folder) ? LicenseText.InFile(file) : null;
    }

    private static string? OfAddress(string address) => address.StartsWith(ByName, StringComparison.Ordinal)
        ? Uri.UnescapeDataString(address[ByName.Length..])
        : Addresses.GetValueOrDefault(address);
}
