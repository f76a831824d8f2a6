using System.Reflection;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.Python;

/// <summary>What only Python itself knows of a repository is asked with scripts, which lie beside this file and in the assembly.</summary>
internal static class Script
{
    /// <returns>The absolute path of a copy that can be run.</returns>
    public static string Write(ValidationJob job, string name)
    {
        using var script = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Python/{name}")
            ?? throw new InvalidOperationException($"There is no script {name}.");
        var path = Path.Combine(PrivateFolder.Keep(job.Context, "validation-scripts"), name);
        File.Delete(path);
        using var copy = File.Create(path);
        script.CopyTo(copy);
        return path;
    }
}
