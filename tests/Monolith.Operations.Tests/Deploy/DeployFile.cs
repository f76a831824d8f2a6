using System.Reflection;
using YamlDotNet.RepresentationModel;

namespace Monolith.Operations.Tests.Deploy;

/// <summary>A YAML file under <c>build</c>, and values in it by path, such as <c>spec/containers/0/image</c>.</summary>
internal sealed class DeployFile(YamlNode root)
{
    public static string Folder { get; } = typeof(DeployFile).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "DeployFiles").Value!;

    public static DeployFile Read(string path)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(Path.Combine(Folder, path));
        stream.Load(reader);
        return new DeployFile(Assert.Single(stream.Documents).RootNode);
    }

    public string this[string path] => Assert.IsType<YamlScalarNode>(At(path)).Value!;

    public int Number(string path) => int.Parse(this[path], System.Globalization.CultureInfo.InvariantCulture);

    public IReadOnlyDictionary<string, string?> Environment(string path) => Assert.IsType<YamlSequenceNode>(At(path))
        .ToDictionary(entry => entry["name"].ToString(), entry => ((YamlMappingNode)entry).Children.TryGetValue("value", out var value) ? value.ToString() : null);

    private YamlNode At(string path) => path.Split('/').Aggregate(
        root, (node, name) => node is YamlSequenceNode list ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] : node[name]);
}
