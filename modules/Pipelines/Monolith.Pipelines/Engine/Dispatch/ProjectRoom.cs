namespace Monolith.Pipelines.Engine.Dispatch;

/// <summary>How many more runs of each project this host may hold.</summary>
/// <param name="held">How many it holds.</param>
/// <param name="most">The bound for each; null for none.</param>
internal sealed class ProjectRoom(Dictionary<string, int> held, int? most)
{
    /// <summary>The projects without room.</summary>
    public string[] Full => [.. held.Where(project => project.Value >= most).Select(project => project.Key)];

    /// <summary>Of runs in their order, those that there is room for.</summary>
    public List<Guid> Fitting(IEnumerable<(Guid RunId, string Project)> queued) =>
        [.. queued.GroupBy(run => run.Project).SelectMany(project => most is { } bound ? project.Take(bound - held.GetValueOrDefault(project.Key)) : project).Select(run => run.RunId)];
}
