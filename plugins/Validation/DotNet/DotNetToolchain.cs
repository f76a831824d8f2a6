using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.DotNet.Api;
using Monolith.Plugins.Validation.DotNet.Auditing;
using Monolith.Plugins.Validation.DotNet.Building;
using Monolith.Plugins.Validation.DotNet.Formatting;
using Monolith.Plugins.Validation.DotNet.Licensing;
using Monolith.Plugins.Validation.DotNet.Publishing;
using Monolith.Plugins.Validation.DotNet.Testing;
using Monolith.Plugins.Validation.Licenses;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.DotNet;

/// <summary>Repositories of the .NET SDK.</summary>
internal sealed class DotNetToolchain : IToolchain
{
    public string Kind => "dotnet";

    public string Name => ".NET";

    public string RecognisedBy => "*.slnx, *.sln, *.csproj, *.fsproj, *.vbproj or global.json";

    public bool Recognises(string folder) =>
        DotNetTarget.InFolder(folder).Count > 0 || File.Exists(Path.Combine(folder, "global.json"));

    public Task<CheckReport> BuildAsync(ValidationJob job, CancellationToken cancellationToken) =>
        Build.RunAsync(job, cancellationToken);

    public Task<CheckReport> TestAsync(ValidationJob job, CancellationToken cancellationToken) =>
        TestRun.RunAsync(job, cancellationToken);

    public Task<CheckReport> AuditAsync(ValidationJob job, CancellationToken cancellationToken) =>
        Audit.RunAsync(job, cancellationToken);

    public Task<CheckReport> FormatAsync(ValidationJob job, CancellationToken cancellationToken) =>
        FormatCheck.RunAsync(job, cancellationToken);

    public Task<CheckReport> PublishAsync(ValidationJob job, CancellationToken cancellationToken) =>
        Publish.RunAsync(job, cancellationToken);

    public Task<Outcome<IReadOnlyList<Dependency>>> DependenciesAsync(ValidationJob job, CancellationToken cancellationToken) =>
        DotNetDependencies.FindAsync(job, cancellationToken);

    public Task<CheckReport> ApiAsync(ValidationJob job, CancellationToken cancellationToken) =>
        ApiComparison.RunAsync(job, cancellationToken);
}
