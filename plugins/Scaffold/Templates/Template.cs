namespace Monolith.Plugins.Scaffold.Templates;

/// <summary>A folder of files that become a project, or a part of one.</summary>
/// <param name="Name">Its folder's name.</param>
/// <param name="Manifest">What its <c>template.json</c> says.</param>
/// <param name="Files">All but the manifest.</param>
internal sealed record Template(string Name, TemplateManifest Manifest, IReadOnlyList<TemplateFile> Files)
{
    public const string ManifestFile = "template.json";
}

/// <summary>One file of a template.</summary>
/// <param name="Path">Relative to the template, with forward slashes; may hold expressions.</param>
/// <param name="Read">Its bytes.</param>
internal sealed record TemplateFile(string Path, Func<byte[]> Read);
