/// One compiler for all projects, where MSBuild by itself would start one for each; it is ended after the build, since it would stay.
void BuildSolution(FilePath solution, string configuration)
{
    try
    {
        DotNetBuild(solution.FullPath, new DotNetBuildSettings
        {
            Configuration = configuration,
            MSBuildSettings = new DotNetMSBuildSettings().WithProperty("UseSharedCompilation", "true"),
        });
    }
    finally
    {
        DotNetBuildServerShutdown(new DotNetBuildServerShutdownSettings { VBCSCompiler = true });
    }
}
