using System.Text.RegularExpressions;

namespace Monolith.Access.Tests.Routes;

/// <summary>A row of the security page that names a test which is not there shows nothing.</summary>
public sealed partial class SecurityPageTests
{
    [Fact]
    public void Page_NamesTests_EachIsThere()
    {
        var root = Root();
        var named = TestName().Matches(File.ReadAllText(Path.Combine(root, "modules/Access/security.md"))).Select(match => match.Groups[1].Value).ToHashSet();
        var there = Directory.EnumerateFiles(Path.Combine(root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(there!));
    }

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    [GeneratedRegex("`([A-Za-z]+Tests)`")]
    private static partial Regex TestName();
}
