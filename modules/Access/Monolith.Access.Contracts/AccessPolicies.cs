using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Monolith.Access.Contracts;

/// <summary>How an endpoint says who may call it. One that says nothing, nor <c>AllowAnonymous</c>, answers 403 to everybody.</summary>
public static class AccessPolicies
{
    /// <summary>The authentication type of everybody on a host that asks nobody who they are.</summary>
    public const string Anonymous = "Anonymous";

    private static readonly AuthorizationPolicy[] Policies = [.. Enum.GetValues<AccessRole>().Select(PolicyOf)];

    /// <summary>Only who has the role, or one that includes it, may call the endpoints; any other answer is 401 or 403. Said twice, both count.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder builder, AccessRole role)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(Policies[(int)role]);

    /// <returns>Whether the person or program proved who they are; false for everybody on a host that asks nobody.</returns>
    public static bool IsSignedIn(this ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true, AuthenticationType: not Anonymous };

    private static AuthorizationPolicy PolicyOf(AccessRole role) =>
        new AuthorizationPolicyBuilder().RequireRole(Enum.GetValues<AccessRole>().Where(had => Includes(had, role)).Select(had => had.ToString())).Build();

    private static bool Includes(AccessRole had, AccessRole role) => had == role || had == AccessRole.Admin || role == AccessRole.Viewer;
}
