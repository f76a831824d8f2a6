using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.Python;

/// <summary>A repository of Python and the interpreter that works on it: that of its virtual environment, else <c>python3</c>.</summary>
internal sealed record PythonProject(ValidationJob Job)
{
    private static readonly string[] Environments = [".venv/bin/python", "venv/bin/python", ".venv/Scripts/python.exe", "venv/Scripts/python.exe"];

    private static readonly Dictionary<string, string?> Quiet = new()
    {
        ["PYTHONDONTWRITEBYTECODE"] = "1",
        ["PYTHONUNBUFFERED"] = "1",
        ["PYTHONIOENCODING"] = "utf-8",
        ["PIP_DISABLE_PIP_VERSION_CHECK"] = "1",
        ["PIP_NO_INPUT"] = "1",
    };

    public string? Environment => Array.Find(Environments, Holds);

    public string Interpreter => Environment ?? "python3";

    /// <summary>The files of requirements in the repository's folder.</summary>
    public IReadOnlyList<string> Requirements =>
        [.. Directory.GetFiles(Job.Folder, "*requirements*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public bool Holds(string file) => File.Exists(Path.Combine(Job.Folder, file));

    /// <summary>Whether one of the files, where it is there, holds the text.</summary>
    public bool Mentions(string text, params IEnumerable<string> files) =>
        files.Where(Holds).Any(file => ToolReport.ReadText(Path.Combine(Job.Folder, file)).Contains(text, StringComparison.Ordinal));

    public Task<ProgramResult> RunAsync(
        IReadOnlyList<string> arguments, CancellationToken cancellationToken, bool log = true, IReadOnlyDictionary<string, string?>? environment = null) =>
        RunAsync(Interpreter, arguments, cancellationToken, log, environment);

    public Task<ProgramResult> RunAsync(
        string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken, bool log = true,
        IReadOnlyDictionary<string, string?>? environment = null) =>
        ToolProgram.RunAsync(
            Job, program, arguments, cancellationToken, log, new Dictionary<string, string?>(Quiet.Concat(environment ?? new Dictionary<string, string?>())));

    /// <summary>Runs a script of the agent's own, which prints one value of JSON.</summary>
    public async Task<ProgramResult> RunScriptAsync(string name, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        await RunAsync([Script.Write(Job, name), .. arguments], cancellationToken, log: false);

    public static AgentResult Failure(string doing, ProgramResult result)
    {
        var message = $"{doing} failed with exit code {result.ExitCode}. The last lines:\n{result.LastLines()}";
        return IndexTrouble.IsIn(result.StandardError) ? Failed.Network(message) : Failed.Execution(message);
    }
}
