/// The host prints both from its options classes; the tests compare the files with what it prints.
void WriteSettings(DirectoryPath host, string configuration)
{
    DotNetBuild(host.FullPath, new DotNetBuildSettings { Configuration = configuration });
    foreach (var (what, file) in new[] { ("schema", "appsettings.schema.json"), ("page", "settings.md") })
    {
        var arguments = new ProcessArgumentBuilder().Append("run --no-build --project").AppendQuoted(host.FullPath)
            .Append($"--configuration {configuration} -- settings {what}");
        if (StartProcess("dotnet", new ProcessSettings { Arguments = arguments, RedirectStandardOutput = true }, out var lines) != 0)
        {
            throw new CakeException($"The host could not print its {what} of settings.");
        }

        System.IO.File.WriteAllText(host.CombineWithFilePath(file).FullPath, string.Join("\n", lines).TrimEnd() + "\n");
    }
}
