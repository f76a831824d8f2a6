/// Empties PublicAPI.Unshipped.txt and lets the analyzer's own fix list what is there. What was released, in
/// PublicAPI.Shipped.txt, is left alone.
void WritePublicApi(string modules)
{
    foreach (var project in GetFiles($"{modules}/*/*.Sdk/*.csproj") + GetFiles($"{modules}/*/*.Contracts/*.csproj"))
    {
        System.IO.File.WriteAllText(project.GetDirectory().CombineWithFilePath("PublicAPI.Unshipped.txt").FullPath, "#nullable enable\n");
        DotNetRestore(project.FullPath);
        DotNetFormatAnalyzers(project.FullPath, new DotNetFormatSettings
        {
            NoRestore = true,
            Severity = DotNetFormatSeverity.Warning,
            Diagnostics = ["RS0016", "RS0036", "RS0037"],
        });
    }
}
