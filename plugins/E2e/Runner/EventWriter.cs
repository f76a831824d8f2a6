using Monolith.Plugins.E2e.Secrets;

namespace Monolith.Plugins.E2e.Runner;

/// <summary>Writes events as lines, secrets masked.</summary>
internal sealed class EventWriter(TextWriter output, IReadOnlyDictionary<string, string> secrets)
{
    private readonly SecretText masked = new(secrets.Values);

    public void Write(RunnerEvent happened)
    {
        output.WriteLine((happened with { Message = masked.Mask(happened.Message), Title = masked.Mask(happened.Title) }).ToLine());
        output.Flush();
    }
}
