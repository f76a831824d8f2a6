using Hangfire.Dashboard;
using Monolith.Access.Contracts;

namespace Monolith.Scheduling;

/// <summary>Who signed in was let in by the endpoint's policy; on a host where nobody signs in, only this machine sees the jobs.</summary>
internal sealed class DashboardFilter : IDashboardAuthorizationFilter
{
    private static readonly LocalRequestsOnlyAuthorizationFilter LocalOnly = new();

    public bool Authorize(DashboardContext context) => context.GetHttpContext().User.IsSignedIn() || LocalOnly.Authorize(context);
}
