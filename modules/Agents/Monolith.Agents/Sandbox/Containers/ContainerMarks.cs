using Monolith.Agents.Programs;

namespace Monolith.Agents.Sandbox.Containers;

/// <summary>What a container is found by: its program's marks as labels, and a name made of them.</summary>
internal sealed class ContainerMarks(IReadOnlyDictionary<string, string> environment)
{
    public string Name { get; } = $"monolith-{environment[ProgramMarks.Program].Replace('/', '-')}";

    public IEnumerable<string> Arguments(string name) =>
        ProgramMarks.Names.Select(mark => $"--label={mark}={environment[mark]}").Prepend($"--name={name}");
}
