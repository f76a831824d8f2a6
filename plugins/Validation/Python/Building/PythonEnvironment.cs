namespace Monolith.Plugins.Validation.Python.Building;

/// <summary>The virtual environment <c>.venv</c> in the repository. One that is there already is taken as it is.</summary>
internal static class PythonEnvironment
{
    private const string Folder = ".venv";

    // There until all is installed: an environment that was cut short is made anew.
    private const string Unfinished = ".venv.unfinished";

    /// <returns>The failure, or null where there was nothing to install or all is installed.</returns>
    public static async Task<AgentResult?> FillAsync(PythonProject project, CancellationToken cancellationToken)
    {
        var note = Path.Combine(project.Job.Folder, Unfinished);
        List<string> wanted = [.. project.Requirements.SelectMany(file => new[] { "-r", file }), .. IsPackage(project) ? ["-e", "."] : Array.Empty<string>()];
        if (wanted.Count == 0 || (project.Environment is not null && !File.Exists(note)))
        {
            return null;
        }

        await File.WriteAllTextAsync(note, "", cancellationToken);
        Folders.Delete(Path.Combine(project.Job.Folder, Folder));
        var made = await project.RunAsync("python3", ["-m", "venv", Folder], cancellationToken);
        var installed = made.ExitCode == 0 ? await project.RunAsync(["-m", "pip", "install", "--quiet", .. wanted], cancellationToken) : made;
        if (installed.ExitCode != 0)
        {
            return PythonProject.Failure("Installing what the repository requires", installed);
        }

        File.Delete(note);
        return null;
    }

    private static bool IsPackage(PythonProject project) =>
        project.Holds("setup.py") || project.Mentions("[project]", "pyproject.toml");
}
