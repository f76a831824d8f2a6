/// Each folder is what a host takes: the plugin with its own dependencies and without the SDK, which the host shares.
void PublishPlugins(string source, DirectoryPath output, string configuration)
{
    EnsureDirectoryDoesNotExist(output, new DeleteDirectorySettings { Recursive = true, Force = true });
    foreach (var project in GetFiles($"{source}/*/*.csproj"))
    {
        DotNetPublish(project.FullPath, new DotNetPublishSettings
        {
            Configuration = configuration,
            OutputDirectory = output.Combine(project.GetFilenameWithoutExtension().ToString()),
        });
    }
}
