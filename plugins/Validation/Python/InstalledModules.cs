using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Python;

/// <summary>Which of Python's tools the interpreter has.</summary>
internal static class InstalledModules
{
    public static async Task<IReadOnlySet<string>> AmongAsync(
        PythonProject project, CancellationToken cancellationToken, params string[] names)
    {
        var result = await project.RunScriptAsync("modules.py", names, cancellationToken);
        return JsonReport.Parse(result.StandardOutput) is { } answer
            ? answer.Items("modules").Select(name => name.GetString()!).ToHashSet()
            : throw new FormatException($"{project.Interpreter} does not say what it has: {result.LastLines()}");
    }
}
