using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Monolith.Plugins.E2e.Reading;

/// <summary>All that is wrong in one file, each with its line.</summary>
internal sealed class Faults(string path)
{
    private const int MostTold = 100;

    private readonly List<(long Line, string Text)> found = [];

    public bool Any => found.Count > 0;

    public void Add(YamlNode at, string text) => Add(at.Start, text);

    public void Add(Mark at, string text) => found.Add((at.Line, text));

    /// <summary><c>file:line: what</c>, in the order of lines.</summary>
    public IReadOnlyList<string> Told => [.. found.OrderBy(fault => fault.Line).Take(MostTold).Select(fault => $"{path}:{fault.Line}: {fault.Text}")];
}
