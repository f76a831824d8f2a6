using Monolith.Plugins.Validation.Licenses;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.DotNet.Licensing;

/// <summary>Every package that a restore resolved for the target, through other packages too.</summary>
internal static class DotNetDependencies
{
    public static async Task<Outcome<IReadOnlyList<Dependency>>> FindAsync(ValidationJob job, CancellationToken cancellationToken)
    {
        if (!DotNetTarget.Find(job).Try(out var target, out var failure))
        {
            return failure;
        }

        if (!job.IsBuilt)
        {
            var restore = await DotNetProgram.RunAsync(job, ["restore", target.Path, "--verbosity", "minimal"], cancellationToken);
            if (restore.ExitCode != 0)
            {
                return Building.BuildFailure.Of(job, "The restore", restore);
            }
        }

        var files = RepositoryFiles.Find(job.Folder, AssetsFile.Name);
        return files.Count > 0
            ? files.SelectMany(AssetsFile.Read).Distinct().ToList()
            : Failed.Execution($"The restore left no {AssetsFile.Name}, so the dependencies are unknown.");
    }
}
