using Monolith.Access.Contracts;

namespace Monolith.Dashboard.Pages;

/// <summary>Whoever looks at a page.</summary>
/// <param name="Base">What is before every path of this host.</param>
/// <param name="Name">Null on a host where nobody signs in.</param>
/// <param name="Roles">Theirs.</param>
/// <param name="SeesAll">Whether they are restricted to no project.</param>
internal sealed record Looker(string Base, string? Name, IReadOnlyList<AccessRole> Roles, bool SeesAll)
{
    public bool MaySee(Page page) => (Roles.Contains(AccessRole.Admin) || page.Role == AccessRole.Viewer || Roles.Contains(page.Role)) && (SeesAll || !page.OfWholeHost);
}
