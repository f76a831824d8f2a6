using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Monolith.Host.Settings;

/// <summary>What the doc comments say, from the XML files that the compiler lays beside the assemblies.</summary>
internal sealed partial class SettingDescriptions
{
    private readonly Dictionary<Assembly, Dictionary<string, string>> known = [];

    /// <returns>Empty where there is no comment.</returns>
    public string Of(PropertyInfo property)
    {
        var owner = property.DeclaringType!;
        if (!known.TryGetValue(owner.Assembly, out var comments))
            known[owner.Assembly] = comments = Read(Path.Combine(AppContext.BaseDirectory, owner.Assembly.GetName().Name + ".xml"));
        return comments.GetValueOrDefault($"P:{owner.FullName!.Replace('+', '.')}.{property.Name}", "");
    }

    private static Dictionary<string, string> Read(string file) => File.Exists(file)
        ? XDocument.Load(file).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => Text(member.Element("summary")!))
        : [];

    private static string Text(XElement summary)
    {
        foreach (var reference in summary.Descendants().Where(element => element.Attribute("cref") is not null).ToList())
            reference.ReplaceWith(reference.Attribute("cref")!.Value.Split('.', ':')[^1]);
        return Spaces().Replace(summary.Value, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
