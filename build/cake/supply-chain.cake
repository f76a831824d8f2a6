using System.Text.Json;

/// The projects that are shipped, as a part of the solution: the host and its plugins, with all that they refer to.
FilePath ShippedProjects(DirectoryPath artifacts)
{
    var filter = artifacts.CombineWithFilePath("shipped.slnf").MakeAbsolute(Context.Environment);
    var root = Context.Environment.WorkingDirectory;
    var projects = GetFiles("host/*.csproj").Concat(GetFiles("plugins/*/*.csproj")).Select(project => root.GetRelativePath(project).FullPath);
    EnsureDirectoryExists(artifacts);
    System.IO.File.WriteAllText(filter.FullPath, JsonSerializer.Serialize(new { solution = new { path = "../Monolith.sln", projects } }));
    return filter;
}

/// The packages of what is shipped with version, hash and licence, as CycloneDX. All is in the packages folder, which stands as the source, so no server is asked.
void WriteBom(DirectoryPath artifacts, FilePath bom)
{
    var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
    var packages = EnvironmentVariable("NUGET_PACKAGES") ?? System.IO.Path.Combine(home, ".nuget", "packages");
    var version = XmlPeek("Directory.Build.props", "/Project/PropertyGroup/Version");
    var arguments = new ProcessArgumentBuilder().Append("dotnet-CycloneDX").AppendQuoted(ShippedProjects(artifacts).FullPath)
        .Append("--disable-package-restore --output-format Json --set-name Monolith").Append($"--set-version {version}")
        .AppendQuoted($"--url={packages}").AppendQuoted($"--base-intermediate-output-path={artifacts.Combine("obj")}")
        .AppendQuoted($"--output={bom.GetDirectory()}").AppendQuoted($"--filename={bom.GetFilename()}");
    // It says of each reference by a property that there is no such file; restore has resolved them.
    if (StartProcess("dotnet", new ProcessSettings { Arguments = arguments, RedirectStandardOutput = true, RedirectStandardError = true }, out var said, out var errors) != 0)
    {
        throw new CakeException($"The bill of materials cannot be written: {string.Join("\n", said.Concat(errors).TakeLast(20))}");
    }
}

/// Fails for a package with a known vulnerability in what is shipped. Where a source has no advisories, that none is known says nothing, and is not said.
void AuditPackages(DirectoryPath artifacts)
{
    var arguments = new ProcessArgumentBuilder().Append("list").AppendQuoted(ShippedProjects(artifacts).FullPath).Append("package --vulnerable --include-transitive --format json --no-restore");
    if (StartProcess("dotnet", new ProcessSettings { Arguments = arguments, RedirectStandardOutput = true }, out var lines) != 0)
    {
        throw new CakeException($"The packages cannot be audited: {string.Join("\n", lines)}");
    }

    using var report = JsonDocument.Parse(string.Join("\n", lines));
    var found = Vulnerabilities(report.RootElement).Distinct().Order().ToList();
    var silent = report.RootElement.GetProperty("sources").EnumerateArray().Select(source => source.GetString()).Where(source => !HasAdvisories(source)).ToList();
    foreach (var source in silent)
    {
        Warning($"Vulnerabilities: unknown: no advisory feed at {source}.");
    }

    if (found.Count > 0)
    {
        throw new CakeException($"Vulnerable packages: {string.Join("; ", found)}. Take another version of them in Directory.Packages.props.");
    }

    if (silent.Count == 0)
    {
        Information("Vulnerabilities: none known.");
    }
}

IEnumerable<string> Vulnerabilities(JsonElement report) =>
    from project in report.GetProperty("projects").EnumerateArray()
    from framework in Items(project, "frameworks")
    from package in Items(framework, "topLevelPackages").Concat(Items(framework, "transitivePackages"))
    from vulnerability in Items(package, "vulnerabilities")
    select $"{package.GetProperty("id")} {package.GetProperty("resolvedVersion")}, {vulnerability.GetProperty("severity")}, {vulnerability.GetProperty("advisoryurl")}";

IEnumerable<JsonElement> Items(JsonElement parent, string name) => parent.TryGetProperty(name, out var items) ? items.EnumerateArray() : [];

bool HasAdvisories(string source)
{
    try
    {
        using var client = new System.Net.Http.HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        using var index = JsonDocument.Parse(client.GetStringAsync(source).GetAwaiter().GetResult());
        return index.RootElement.GetProperty("resources").EnumerateArray().Any(resource => resource.GetProperty("@type").GetString().StartsWith("VulnerabilityInfo/", StringComparison.Ordinal));
    }
    catch (Exception silent) when (silent is System.Net.Http.HttpRequestException or TaskCanceledException or JsonException or InvalidOperationException or KeyNotFoundException)
    {
        return false;
    }
}
