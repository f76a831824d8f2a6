using Monolith.Agents.Contracts;

namespace Monolith.Agents.Programs;

/// <summary>
/// The environment variables by which programs are found again, however often they forked away from their parents.
/// The call has an id of its own: when another host does the same attempt again, neither kills the other's programs.
/// </summary>
internal sealed class ProgramMarks(AgentCall call)
{
    private const string Run = "MONOLITH_RUN";
    private const string Execution = "MONOLITH_EXECUTION";
    public const string Program = "MONOLITH_PROGRAM";
    private const char End = '\0';

    private readonly string callId = Guid.NewGuid().ToString("N");
    private int programs;

    public static IReadOnlyList<string> Names { get; } = [Run, Execution, Program];

    /// <summary>Found in every program of the call.</summary>
    public string OfCall => $"{Program}={callId}/";

    public static string OfRun(string runId) => $"{LabelOfRun(runId)}{End}";

    /// <summary>The same where each variable stands by itself.</summary>
    public static string LabelOfRun(string runId) => $"{Run}={runId}";

    public string NextProgram() => $"{callId}/{++programs}";

    public static string OfProgram(string program) => $"{Program}={program}{End}";

    public IEnumerable<KeyValuePair<string, string>> Variables(string program) =>
    [
        new(Run, call.RunId),
        new(Execution, $"{call.RunId}/{call.StageId}/{call.Attempt}"),
        new(Program, program),
    ];
}
