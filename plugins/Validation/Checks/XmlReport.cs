using System.Xml;
using System.Xml.Linq;

namespace Monolith.Plugins.Validation.Checks;

/// <summary>Reads reports in XML. Nothing outside of the file is fetched, and no entity of its own is expanded.</summary>
internal static class XmlReport
{
    /// <summary>Some tools name the DTD of the Cobertura project, which is passed over; what it would declare is unknown then.</summary>
    public static XDocument Load(string path, string root, bool passOverDoctype = false)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = passOverDoctype ? DtdProcessing.Ignore : DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1_024,
            // Test runners write what tests print, control characters too.
            CheckCharacters = false,
        };
        using var stream = ToolReport.Open(path);
        using var reader = XmlReader.Create(stream, settings);
        try
        {
            var document = XDocument.Load(reader);
            return root.Split('|').Contains(document.Root!.Name.LocalName)
                ? document
                : throw new UnreadableReportException(path, $"begins with <{document.Root.Name.LocalName}> instead of <{root}>");
        }
        catch (XmlException fault)
        {
            throw new UnreadableReportException(path, $"is no well-formed report: {fault.Message.TrimEnd('.')}");
        }
    }
}
