using Monolith.Access.Contracts.Projects;

namespace Monolith.Access.Tests.Projects;

public sealed class ProjectTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("team-1_b", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("Team", false)]
    [InlineData("-a", false)]
    [InlineData("a/b", false)]
    [InlineData("*", false)]
    [InlineData("a\n", false)]
    public void IsName_Text_AsPipelinesAreCalled(string? text, bool isName) => Assert.Equal(isName, Project.IsName(text));

    [Fact]
    public void Own_SameTextOfTwoProjects_Differs()
    {
        string[] texts = ["deploy", "\u001fred\u001fdeploy", ""];
        var owned = new[] { Project.Default, "red", "blue" }.SelectMany(project => texts.Select(text => Project.Own(project, text))).ToList();

        Assert.Equal(owned.Count, owned.Distinct().Count());
        Assert.Equal("deploy", owned[0]);
        Assert.Equal([.. texts, .. texts, .. texts], owned.Select(Project.TextOf));
    }

    [Fact]
    public void Includes_NoClaims_NoProject()
    {
        var scope = ProjectScope.Of(new System.Security.Claims.ClaimsPrincipal());

        Assert.False(scope.IsAll);
        Assert.False(scope.Includes(Project.Default));
        Assert.True(ProjectScope.All.Includes("any"));
    }
}
