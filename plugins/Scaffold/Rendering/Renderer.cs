using System.Text;
using Fluid;
using Monolith.Plugins.Scaffold.Templates;

namespace Monolith.Plugins.Scaffold.Rendering;

/// <summary>
/// Liquid: in the names of all files, and in the text of those that end in <c>.liquid</c>. A template sees the values and nothing
/// else, and one that would never end is stopped.
/// </summary>
internal sealed class Renderer(string template, IReadOnlyDictionary<string, string> values)
{
    public const string Suffix = ".liquid";

    private const int MostSteps = 100_000;
    private const int MostFiles = 5_000;
    private const long MostBytes = 20 * 1024 * 1024;

    private readonly FluidParser parser = new();
    private readonly TemplateOptions options = new() { MaxSteps = MostSteps, MaxRecursion = 20 };

    /// <returns>Path and content of each file; every path is a plain one inside the project.</returns>
    /// <exception cref="TemplateException">It cannot be read, or brings too much, or wants to write elsewhere.</exception>
    public IReadOnlyList<(string Path, byte[] Content)> Render(IReadOnlyList<TemplateFile> files)
    {
        if (files.Count > MostFiles)
        {
            throw new TemplateException(template, $"it has more than {MostFiles} files");
        }

        var (rendered, total) = (new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase), 0L);
        foreach (var file in files)
        {
            var path = Text(file.Path, file.Path);
            var content = file.Read();
            if (path.EndsWith(Suffix, StringComparison.Ordinal))
            {
                path = path[..^Suffix.Length];
                content = Encoding.UTF8.GetBytes(Text(file.Path, Encoding.UTF8.GetString(content)));
            }

            total += content.Length;
            if (total > MostBytes)
            {
                throw new TemplateException(template, $"it brings more than {MostBytes / 1024 / 1024} MiB");
            }

            if (FilePath.Fault(path) is { } fault)
            {
                throw new TemplateException(template, $"the path '{path}' of its file '{file.Path}' {fault}");
            }

            if (!rendered.TryAdd(path, content))
            {
                throw new TemplateException(template, $"two of its files become '{path}'");
            }
        }

        return [.. rendered.Select(file => (file.Key, file.Value))];
    }

    private string Text(string file, string text)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        if (!parser.TryParse(text, out var parsed, out var error))
        {
            throw new TemplateException(template, $"'{file}': {error}");
        }

        var context = new TemplateContext(options);
        foreach (var (name, value) in values)
        {
            context.SetValue(name, value);
        }

        try
        {
            return new RangeBounds().VisitTemplate(parsed).Render(context);
        }
        catch (InvalidOperationException tooMuch)
        {
            throw new TemplateException(template, $"'{file}': {tooMuch.Message}");
        }
    }
}
