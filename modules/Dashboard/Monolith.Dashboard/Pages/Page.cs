using Monolith.Access.Contracts;

namespace Monolith.Dashboard.Pages;

/// <summary>A page.</summary>
/// <param name="Path">Its route.</param>
/// <param name="Title">Its heading, and for pages of the navigation their word there.</param>
/// <param name="Script">What fills it: <c>pages/NAME.js</c>.</param>
/// <param name="Area">The page of the navigation that it belongs to, by path.</param>
/// <param name="Role">Who may see it.</param>
/// <param name="OfWholeHost">Shows what is of no project, so people restricted to projects do not get it.</param>
internal sealed record Page(string Path, string Title, string Script, string Area, AccessRole Role = AccessRole.Viewer, bool OfWholeHost = false)
{
    public static IReadOnlyList<Page> All { get; } =
    [
        new("/runs", "Runs", "runs", "/runs"),
        new("/runs/{id:guid}", "Run", "run", "/runs"),
        new("/pipelines", "Pipelines", "pipelines", "/pipelines"),
        new("/pipelines/{name}", "Pipeline", "pipeline", "/pipelines"),
        new("/decisions", "Decisions", "decisions", "/decisions"),
        new("/agents", "Agents", "agents", "/agents"),
        new("/agents/{name}", "Agent", "agent", "/agents"),
        new("/dead-letters", "Dead letters", "dead-letters", "/dead-letters"),
        new("/operations", "Operations", "operations", "/operations", OfWholeHost: true),
        new("/jobs", "Jobs", "jobs", "/jobs", AccessRole.Operator, OfWholeHost: true),
        new("/audit", "Audit", "audit", "/audit", AccessRole.Admin, OfWholeHost: true),
    ];

    public bool IsInNavigation => Path == Area;
}
