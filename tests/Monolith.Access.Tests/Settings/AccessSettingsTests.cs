using Monolith.Host.Settings;
using Monolith.Host.Startup;

namespace Monolith.Access.Tests.Settings;

public sealed class AccessSettingsTests
{
    private const string Hash = "--Access:Bootstrap:KeyHash=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    [Theory]
    [InlineData("Access:Anonymous: Nobody signs in where everybody is the admin", "--Access:Anonymous=true", Hash)]
    [InlineData("Access:Anonymous: 'perhaps' is not true or false", "--Access:Anonymous=perhaps")]
    [InlineData("Access:Bootstrap:KeyHash: Give the SHA-256", "--Access:Bootstrap:KeyHash=hunter2")]
    [InlineData("Access:Oidc:Authority: Give an address that begins with https://", "--Access:Oidc:Authority=http://example.org", "--Access:Oidc:Audience=m")]
    [InlineData("Access:Oidc:Authority: Without Access:Oidc:Audience", "--Access:Oidc:Authority=https://example.org")]
    [InlineData("Access:Oidc:Roles:team: 'king' is none of viewer", "--Access:Oidc:Roles:team=king")]
    [InlineData("Access:Odic: There is no such setting", "--Access:Odic=x")]
    public void Check_WrongSetting_IsNamedWithTheMend(string said, params string[] settings) =>
        Assert.StartsWith(said, Assert.Single(Problems(settings)), StringComparison.Ordinal);

    [Theory]
    [InlineData(Hash)]
    [InlineData("--Access:Anonymous=false")]
    [InlineData("--Access:Oidc:Authority=https://example.org", "--Access:Oidc:Audience=m", "--Access:Oidc:Roles:team=Admin")]
    public void Check_RightSettings_HaveNoProblem(params string[] settings) => Assert.Empty(Problems(settings));

    private static IReadOnlyList<string> Problems(string[] settings)
    {
        var builder = Composition.CreateBuilder(["--urls=http://127.0.0.1:0", .. settings], isDemo: true);
        return SettingsCheck.Run(builder.Services, builder.Configuration);
    }
}
