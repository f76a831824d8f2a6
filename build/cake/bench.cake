/// Measures in Release, whatever else is built. Options: --quick, --repeats N, --only NAME[,NAME].
void RunBenchmarks(DirectoryPath results, string only = null)
{
    const string project = "tests/Benchmarks/Monolith.Benchmarks";
    DotNetBuild(project, new DotNetBuildSettings { Configuration = "Release" });
    EnsureDirectoryExists(results);
    var report = results.CombineWithFilePath("bench.md");
    if (FileExists(report))
    {
        DeleteFile(report);
    }

    var arguments = new ProcessArgumentBuilder().Append("--output").AppendQuoted(MakeAbsolute(report).FullPath);
    if (HasArgument("quick") && Argument("quick", "true") != "false")
    {
        arguments.Append("--quick");
    }

    if (only is not null)
    {
        arguments.Append("--only").Append(only);
    }

    foreach (var option in new[] { "repeats", "only" }.Where(HasArgument))
    {
        arguments.Append($"--{option}").AppendQuoted(Argument<string>(option));
    }

    DotNetRun(project, arguments, new DotNetRunSettings { Configuration = "Release", NoBuild = true });
}
