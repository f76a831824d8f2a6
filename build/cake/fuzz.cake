/// Gives every reader many inputs, a million in all by default, and leaves a table in artifacts/fuzz/report.md. Options: --inputs, --seed.
void RunFuzz(DirectoryPath results)
{
    var report = results.CombineWithFilePath("report.md");
    EnsureDirectoryDoesNotExist(results, new DeleteDirectorySettings { Recursive = true, Force = true });
    EnsureDirectoryExists(results);
    System.IO.File.WriteAllText(report.FullPath, "| target | inputs | taken | refused | slowest, ms | all, s |\n|---|---|---|---|---|---|\n");
    DotNetTest("tests/Monolith.Fuzzing.Tests", new DotNetTestSettings
    {
        Configuration = "Release",
        // It takes longer than tests may.
        ArgumentCustomization = arguments => arguments.Append("-- RunConfiguration.TestSessionTimeout=7200000"),
        EnvironmentVariables = { ["FUZZ_INPUTS"] = Argument("inputs", "180000"), ["FUZZ_SEED"] = Argument("seed", "") },
    });
    if (System.IO.File.ReadLines(report.FullPath).Count() < 3)
    {
        throw new CakeException("No target was fuzzed.");
    }

    Information("{0}", System.IO.File.ReadAllText(report.FullPath));
}
