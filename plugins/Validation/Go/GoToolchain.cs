using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Go.Auditing;
using Monolith.Plugins.Validation.Go.Building;
using Monolith.Plugins.Validation.Go.Licensing;
using Monolith.Plugins.Validation.Go.Linting;
using Monolith.Plugins.Validation.Go.Testing;
using Monolith.Plugins.Validation.Licenses;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.Go;

/// <summary>Modules of Go.</summary>
internal sealed class GoToolchain : IToolchain
{
    public string Kind => "go";

    public string Name => "Go";

    public string RecognisedBy => "go.mod or go.work";

    public bool Recognises(string folder) =>
        File.Exists(Path.Combine(folder, "go.mod")) || File.Exists(Path.Combine(folder, "go.work"));

    public Task<CheckReport> BuildAsync(ValidationJob job, CancellationToken cancellationToken) => GoBuild.RunAsync(job, cancellationToken);

    public Task<CheckReport> TestAsync(ValidationJob job, CancellationToken cancellationToken) => GoTestRun.RunAsync(job, cancellationToken);

    public Task<CheckReport> AuditAsync(ValidationJob job, CancellationToken cancellationToken) => GoAudit.RunAsync(job, cancellationToken);

    public Task<CheckReport> FormatAsync(ValidationJob job, CancellationToken cancellationToken) => GoLint.RunAsync(job, cancellationToken);

    public Task<Outcome<IReadOnlyList<Dependency>>> DependenciesAsync(ValidationJob job, CancellationToken cancellationToken) =>
        GoModules.FindAsync(job, cancellationToken);
}
