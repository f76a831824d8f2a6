using System.Text.Json;
using Monolith.Cli.Running;
using Monolith.Client;
using Monolith.Client.Watching;

namespace Monolith.Cli.Progress;

/// <summary>A run told to a program: each event on a line, and at last the run.</summary>
internal sealed class JsonProgress(Surroundings around) : IRunProgress
{
    public void Begin(RunResponse run)
    {
    }

    public void Tell(RunEvent change) => Line(change);

    public void Waits(IEnumerable<string> lines)
    {
    }

    public void End(RunResponse run) => Line(run);

    public void Stopped(string next) => around.Error.WriteLine(next);

    private void Line<T>(T value) => around.Out.WriteLine(JsonSerializer.Serialize(value, MonolithClient.Json));
}
