using System.Security.Claims;
using Monolith.Access.Contracts.Projects;
using Monolith.Access.Identity;
using Monolith.Access.Settings;

namespace Monolith.Access.Tests.Tokens;

public sealed class TokenProjectTests
{
    [Fact]
    public void PersonOf_NoClaimConfigured_IsOfAllProjects() => Assert.True(ScopeOf(claim: null).IsAll);

    [Fact]
    public void PersonOf_TokenWithoutTheClaim_IsOfNoProject() => Assert.Empty(ScopeOf("teams").Names);

    [Fact]
    public void PersonOf_ClaimOfTheToken_IsItsProjects() => Assert.Equal(["blue", "red"], ScopeOf("teams", "red", "blue", "Not A Name", "red").Names);

    [Fact]
    public void PersonOf_Everything_IsOfAllProjects() => Assert.True(ScopeOf("teams", "*").IsAll);

    [Fact]
    public void PersonOf_ClaimNamedAsTheHostsOwn_DoesNotCount()
    {
        var token = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "ada"), new Claim(ProjectScope.ClaimType, "*")]));

        Assert.Empty(ProjectScope.Of(TokenSetup.PersonOf(token, new OidcOptions { ProjectClaim = "teams" }, "Token")!).Names);
    }

    private static ProjectScope ScopeOf(string? claim, params string[] values)
    {
        var token = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "ada"), .. values.Select(value => new Claim("teams", value))]));
        return ProjectScope.Of(TokenSetup.PersonOf(token, new OidcOptions { ProjectClaim = claim }, "Token")!);
    }
}
