using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Licenses;
using Monolith.Plugins.Validation.Node.Auditing;
using Monolith.Plugins.Validation.Node.Building;
using Monolith.Plugins.Validation.Node.Licensing;
using Monolith.Plugins.Validation.Node.Linting;
using Monolith.Plugins.Validation.Node.Testing;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.Node;

/// <summary>Repositories of Node.js: npm, pnpm or yarn, by the lock file.</summary>
internal sealed class NodeToolchain : IToolchain
{
    public string Kind => "node";

    public string Name => "Node.js";

    public string RecognisedBy => PackageFile.Name;

    public bool Recognises(string folder) => File.Exists(Path.Combine(folder, PackageFile.Name));

    public Task<CheckReport> BuildAsync(ValidationJob job, CancellationToken cancellationToken) =>
        NodeBuild.RunAsync(NodeProject.Open(job), cancellationToken);

    public Task<CheckReport> TestAsync(ValidationJob job, CancellationToken cancellationToken) =>
        NodeTestRun.RunAsync(NodeProject.Open(job), cancellationToken);

    public Task<CheckReport> AuditAsync(ValidationJob job, CancellationToken cancellationToken) =>
        NodeAudit.RunAsync(NodeProject.Open(job), cancellationToken);

    public Task<CheckReport> FormatAsync(ValidationJob job, CancellationToken cancellationToken) =>
        NodeLint.RunAsync(NodeProject.Open(job), cancellationToken);

    public Task<Outcome<IReadOnlyList<Dependency>>> DependenciesAsync(ValidationJob job, CancellationToken cancellationToken) =>
        Task.FromResult(InstalledPackages.Find(NodeProject.Open(job)));
}
