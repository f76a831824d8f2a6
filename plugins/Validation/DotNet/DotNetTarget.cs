using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.DotNet;

/// <summary>The solution or project that a command works on.</summary>
internal sealed record DotNetTarget(string Path)
{
    private static readonly string[] Solutions = [".slnx", ".sln", ".slnf"];
    private static readonly string[] Projects = [".csproj", ".fsproj", ".vbproj", ".proj"];

    public bool IsSolution => HasExtension(Path, Solutions);

    public static Outcome<DotNetTarget> Find(ValidationJob job) => job.Parameters.Text("project") is { } project
        ? Named(job, project)
        : InFolder(job.Folder) switch
        {
            [var only] => new DotNetTarget(only),
            [] => Failed.Workspace("The folder holds no solution and no project. Name one with 'project'."),
            var several => Failed.Validation(
                $"There are several: {string.Join(", ", several.Select(System.IO.Path.GetFileName))}. Name one with 'project'."),
        };

    /// <summary>The solutions of a folder, or its projects where it has no solution.</summary>
    public static IReadOnlyList<string> InFolder(string folder)
    {
        var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToList();
        var solutions = files.Where(file => HasExtension(file, [".slnx", ".sln"])).ToList();
        return solutions.Count > 0
            ? solutions
            : [.. files.Where(file => HasExtension(file, [".csproj", ".fsproj", ".vbproj"]))];
    }

    private static Outcome<DotNetTarget> Named(ValidationJob job, string project)
    {
        if (!HasExtension(project, [.. Solutions, .. Projects]))
        {
            return Failed.Validation($"'project' must name a solution or project file, which '{project}' is not.");
        }

        if (!WorkspacePath.Resolve(job.Context, System.IO.Path.Combine(job.Folder, project)).Try(out var path, out var failure))
        {
            return failure;
        }

        return File.Exists(path)
            ? new DotNetTarget(path)
            : Failed.Workspace($"There is no '{project}' in '{WorkspacePath.Relative(job.Context, job.Folder)}'.");
    }

    private static bool HasExtension(string path, string[] extensions) =>
        extensions.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
