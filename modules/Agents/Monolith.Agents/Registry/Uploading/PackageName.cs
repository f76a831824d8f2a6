using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Monolith.Kernel;

namespace Monolith.Agents.Registry.Uploading;

/// <summary>Which plugin an archive is, by what it says of itself; nothing is unpacked.</summary>
/// <param name="Plugin">The plugin's name.</param>
/// <param name="Version">The package's, when it has a manifest; null otherwise.</param>
/// <param name="IsPackage">Whether it is a NuGet package.</param>
internal sealed partial record PackageName(string Plugin, string? Version, bool IsPackage)
{
    private const string Rule = "1 to 64 letters, digits, '.', '-' and '_', a letter or digit first";
    private const string Manifest = ".nuspec";
    private const string Dependencies = ".deps.json";
    private const int LongestManifest = 1 << 20;

    /// <summary>Code does not shrink so far; what does was made to fill the disk.</summary>
    private const int MostShrunk = 200;
    private const long Harmless = 16 << 20;

    public string FileName => $"{Plugin}{(IsPackage ? ".nupkg" : ".zip")}";

    /// <param name="archive">The file.</param>
    /// <param name="asked">What it is to be called; null for what it says itself.</param>
    public static Result<PackageName> Of(string archive, string? asked)
    {
        try
        {
            using var zip = ZipFile.OpenRead(archive);
            if (IsBomb(zip, new FileInfo(archive).Length))
                return Wrong($"Unpacked, the archive would be more than {MostShrunk} times as large. Send the plugin's output and nothing else.");
            var manifest = zip.Entries.FirstOrDefault(entry => !entry.FullName.Contains('/', StringComparison.Ordinal) && entry.Name.EndsWith(Manifest, StringComparison.OrdinalIgnoreCase));
            var found = manifest is null ? new PackageName(NameIn(zip), Version: null, IsPackage: false) : OfManifest(manifest);
            return Check(asked is null ? found : found with { Plugin = asked }, asked);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or EndOfStreamException)
        {
            return Wrong("The body is no zip archive and no NuGet package, or not all of it. Send the file as it is.");
        }
    }

    public static bool IsName(string text) => Pattern().IsMatch(text);

    private static Result<PackageName> Check(PackageName found, string? asked)
    {
        if (IsName(found.Plugin))
            return found;
        return asked is null && found.Plugin.Length == 0
            ? Wrong("The archive does not say which plugin it is. Give ?plugin=NAME, or put the files into one folder of that name.")
            : new Problem(ErrorCodes.ValidationError, $"A plugin's name is {Rule}. Give ?plugin=NAME.", "plugin");
    }

    // What an archive says of its sizes need not be true; whoever unpacks it counts again.
    private static bool IsBomb(ZipArchive zip, long size)
    {
        var unpacked = zip.Entries.Sum(entry => entry.Length);
        return unpacked > Harmless && unpacked / MostShrunk > size;
    }

    private static PackageName OfManifest(ZipArchiveEntry entry)
    {
        if (entry.Length > LongestManifest)
            throw new InvalidDataException();
        using var text = entry.Open();
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestManifest });
        var metadata = XDocument.Load(reader).Root?.Elements().FirstOrDefault(element => element.Name.LocalName == "metadata");
        return new PackageName(Value(metadata, "id") ?? "", Value(metadata, "version"), IsPackage: true);
    }

    private static string? Value(XElement? metadata, string name) =>
        metadata?.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();

    /// <returns>The single folder that holds everything, or what the single manifest of dependencies is called; empty for neither.</returns>
    private static string NameIn(ZipArchive zip)
    {
        var files = zip.Entries.Select(entry => entry.FullName).Where(name => !name.EndsWith('/')).ToList();
        var folders = files.Select(name => name[..Math.Max(0, name.IndexOf('/', StringComparison.Ordinal))]).Distinct().ToList();
        if (folders is [{ Length: > 0 } only])
            return only;
        return files.Where(name => !name.Contains('/', StringComparison.Ordinal) && name.EndsWith(Dependencies, StringComparison.Ordinal)).ToList() is [var manifest]
            ? manifest[..^Dependencies.Length]
            : "";
    }

    private static Problem Wrong(string message) => new(ErrorCodes.ValidationError, message);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
