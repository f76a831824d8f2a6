using Monolith.Plugins.E2e.Scenarios;

namespace Monolith.Plugins.E2e.Generate;

/// <summary>All files of a project of tests. The same scenarios give the same files, to the byte.</summary>
internal static class TestProject
{
    private static readonly string[] Fixed = ["Running/Api.cs", "Running/BrowserFixture.cs", "Running/Settings.cs"];

    /// <returns>Texts by path, in ordinal order.</returns>
    public static IReadOnlyDictionary<string, string> Files(string name, IReadOnlyList<ScenarioFile> scenarios)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal) { [$"{name}.csproj"] = Template("Project.csproj", name) };
        foreach (var path in Fixed)
            files[path] = Template(Path.GetFileName(path), name);

        var pages = new PageObjects();
        var classes = new Names();
        foreach (var file in scenarios)
        {
            var type = classes.Unique(Identifier.Of(file.Name) + "Tests");
            files[$"Scenarios/{type}.cs"] = new TestClass(name, type, file, pages).Text();
        }

        foreach (var (type, text) in pages.Texts(name))
            files[$"Pages/{type}.cs"] = text;
        return files;
    }

    private static string Template(string file, string name)
    {
        using var reader = new StreamReader(typeof(TestProject).Assembly.GetManifestResourceStream($"generate/{file}.txt")!);
        return reader.ReadToEnd()
            .Replace("HEADER", GeneratedFolder.Header, StringComparison.Ordinal)
            .Replace("NAMESPACE", name, StringComparison.Ordinal);
    }
}
