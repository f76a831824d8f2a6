using System.Xml.Linq;
using Microsoft.Extensions.Options;
using Monolith.Pipelines.Api.Badges;

namespace Monolith.Pipelines.Tests.Api.Badges;

public sealed class BadgeDrawingTests
{
    [Fact]
    public void Of_HostileName_IsTextInsideAWellFormedPicture()
    {
        const string evil = "\"><script>alert(1)</script>&\u0001";

        var svg = XDocument.Parse(BadgeSvg.Of(evil, BadgeState.Failing)).Root!;

        Assert.Equal("\"><script>alert(1)</script>&: failing", (string)svg.Attribute("aria-label")!);
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "script");
    }

    [Theory]
    [InlineData("default/*", "default", "checkout", true)]
    [InlineData("default/check*", "default", "checkout", true)]
    [InlineData("default/check", "default", "checkout", false)]
    [InlineData("default/*", "red", "checkout", false)]
    [InlineData("*/*", "red", "checkout", true)]
    [InlineData("default/?heckout", "default", "checkout", false)]
    public void Include_Pattern_FitsWholeNames(string pattern, string project, string name, bool isPublic)
    {
        var options = new BadgeOptions();
        options.Public.Add(pattern);

        Assert.Equal(isPublic, new PublicPipelines(Options.Create(options)).Include(project, name));
    }

    [Theory]
    [InlineData("checkout")]
    [InlineData("a/b/c")]
    [InlineData("Red/x")]
    [InlineData("default/")]
    public void Fault_NoPattern_IsTold(string pattern) => Assert.Contains("is no pattern", PublicPipelines.Fault(pattern), StringComparison.Ordinal);
}
