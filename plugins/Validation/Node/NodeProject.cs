using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.Node;

/// <summary>A repository of Node.js and the programs that work on it.</summary>
internal sealed record NodeProject(ValidationJob Job, PackageFile Package, PackageManager Manager)
{
    private static readonly Dictionary<string, string?> Quiet = new()
    {
        ["CI"] = "true",
        ["npm_config_update_notifier"] = "false",
        ["npm_config_fund"] = "false",
        ["COREPACK_ENABLE_DOWNLOAD_PROMPT"] = "0",
        ["ADBLOCK"] = "1",
    };

    public static NodeProject Open(ValidationJob job) => new(job, PackageFile.Read(job.Folder), PackageManager.Of(job.Folder));

    public Task<ProgramResult> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken, bool log = true) =>
        RunAsync(Manager.Program, arguments, cancellationToken, log);

    public Task<ProgramResult> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken, bool log = true) =>
        ToolProgram.RunAsync(Job, program, arguments, cancellationToken, log, Quiet);

    /// <summary>A program of a package that is installed in the repository, relative to it; null where it is not.</summary>
    public string? Tool(string name) =>
        File.Exists(Path.Combine(Job.Folder, "node_modules", ".bin", name)) ? $"node_modules/.bin/{name}" : null;

    public bool HasPackage(string name) => Directory.Exists(Path.Combine(Job.Folder, "node_modules", name));

    /// <returns>The failure, or null where there was nothing to install or all is installed.</returns>
    public async Task<AgentResult?> InstallAsync(CancellationToken cancellationToken)
    {
        if (!Package.HasDependencies)
        {
            return null;
        }

        var result = await RunAsync(Manager.Install, cancellationToken);
        return result.ExitCode == 0 ? null : Failure($"'{Manager.Program} {Manager.Install[0]}'", result);
    }

    /// <summary>For checks after which nothing of a build is asked: packages that are there are taken as they are.</summary>
    public async Task<AgentResult?> InstallMissingAsync(CancellationToken cancellationToken) =>
        Directory.Exists(Path.Combine(Job.Folder, "node_modules")) ? null : await InstallAsync(cancellationToken);

    public static AgentResult Failure(string doing, ProgramResult result)
    {
        var message = $"{doing} failed with exit code {result.ExitCode}. The last lines:\n{result.LastLines()}";
        return RegistryTrouble.IsIn(result.StandardError) ? Failed.Network(message) : Failed.Execution(message);
    }
}
