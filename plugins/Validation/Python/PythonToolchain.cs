using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Licenses;
using Monolith.Plugins.Validation.Python.Auditing;
using Monolith.Plugins.Validation.Python.Building;
using Monolith.Plugins.Validation.Python.Licensing;
using Monolith.Plugins.Validation.Python.Linting;
using Monolith.Plugins.Validation.Python.Testing;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.Python;

/// <summary>Repositories of Python.</summary>
internal sealed class PythonToolchain : IToolchain
{
    private static readonly string[] Marks = ["pyproject.toml", "setup.py", "setup.cfg", "requirements.txt", "Pipfile"];

    public string Kind => "python";

    public string Name => "Python";

    public string RecognisedBy => "pyproject.toml, setup.py, setup.cfg, requirements.txt, Pipfile or *.py";

    public bool Recognises(string folder) =>
        Marks.Any(mark => File.Exists(Path.Combine(folder, mark))) || Directory.EnumerateFiles(folder, "*.py").Any();

    public Task<CheckReport> BuildAsync(ValidationJob job, CancellationToken cancellationToken) =>
        PythonBuild.RunAsync(new PythonProject(job), cancellationToken);

    public Task<CheckReport> TestAsync(ValidationJob job, CancellationToken cancellationToken) =>
        PythonTestRun.RunAsync(new PythonProject(job), cancellationToken);

    public Task<CheckReport> AuditAsync(ValidationJob job, CancellationToken cancellationToken) =>
        PythonAudit.RunAsync(new PythonProject(job), cancellationToken);

    public Task<CheckReport> FormatAsync(ValidationJob job, CancellationToken cancellationToken) =>
        PythonLint.RunAsync(new PythonProject(job), cancellationToken);

    public Task<Outcome<IReadOnlyList<Dependency>>> DependenciesAsync(ValidationJob job, CancellationToken cancellationToken) =>
        Distributions.FindAsync(new PythonProject(job), cancellationToken);
}
