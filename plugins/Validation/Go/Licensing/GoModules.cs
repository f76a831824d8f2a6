using System.Text.Json;
using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Licenses;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.Go.Licensing;

/// <summary>The modules that <c>go list -m -json all</c> names, each with the licence that lies in it.</summary>
internal static class GoModules
{
    private static readonly string[] Files = ["LICENSE", "LICENSE.txt", "LICENSE.md", "COPYING", "LICENCE"];

    public static async Task<Outcome<IReadOnlyList<Dependency>>> FindAsync(ValidationJob job, CancellationToken cancellationToken)
    {
        var result = await ToolProgram.RunAsync(job, "go", ["list", "-m", "-json", "all"], cancellationToken, log: false);
        return result.ExitCode == 0 ? Parse(result.StandardOutput).ToArray() : GoFailure.Of("'go list'", result);
    }

    /// <exception cref="JsonException">It is cut off or no JSON.</exception>
    public static IReadOnlyList<Dependency> Parse(string output) =>
    [
        .. JsonReport.ParseStream(output)
            .Where(module => module.Member("Main") is not { ValueKind: JsonValueKind.True })
            .Select(module => new Dependency(module.Word("Path") ?? "?", module.Word("Version") ?? "?", License(module.Word("Dir")))),
    ];

    private static string? License(string? folder) => folder is null
        ? null
        : Files.Select(file => LicenseText.InFile(Path.Combine(folder, file))).FirstOrDefault(license => license is not null);
}
