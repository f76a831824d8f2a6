using Microsoft.Extensions.Configuration;
using Monolith.Host.Settings;

namespace Monolith.Access.Tests.Settings;

public sealed class EffectiveSettingsTests
{
    private const string Value = "hunter2hunter2";

    [Fact]
    public void Of_EverySecretSet_ShowsNoneAndSaysThatItIsSet()
    {
        var secrets = SettingsCommand.Known().Where(setting => setting.IsSecret).Select(setting => setting.Path.Replace("*", "any", StringComparison.Ordinal)).ToList();

        var shown = Of(new ConfigurationBuilder().AddCommandLine([.. secrets.Select(secret => $"--{secret}={Value}")]));

        Assert.True(secrets.Count >= 7);
        Assert.Equal(secrets.Order(StringComparer.OrdinalIgnoreCase), shown.Where(setting => setting.IsSecret).Select(setting => setting.Name));
        Assert.DoesNotContain(shown, setting => setting.ToString().Contains(Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_KeyOutsideTheCatalogue_IsNotShown() =>
        Assert.DoesNotContain(Of(Memory(("SOMEBODYS_TOKEN", Value))), setting => setting.Value == Value);

    [Fact]
    public void Of_AddressWithAPassword_HidesIt() =>
        Assert.Equal("https://***@example.org/v1", Single("Tracing:Endpoint", Memory(("Tracing:Endpoint", $"https://me:{Value}@example.org/v1"))).Value);

    [Fact]
    public void Of_Sources_AreNamedAndTheLastWins()
    {
        var builder = Memory(("Engine:Lease", "00:00:20")).AddCommandLine(["--Engine:Lease=00:00:30"]);

        Assert.Equal(("00:00:30", "commandLine"), (Single("Engine:Lease", builder).Value, Single("Engine:Lease", builder).Source));
        Assert.Equal(("00:00:03", "default"), (Single("Engine:Heartbeat", builder).Value, Single("Engine:Heartbeat", builder).Source));
    }

    [Fact]
    public void Catalogue_NameThatSoundsSecret_IsMarked() => Assert.All(
        SettingsCommand.Known().Where(setting => setting.Segments[^1] is "Key" or "KeyHash" or "Password" or "ApiKey" or "Token" or "ClientSecret"),
        setting => Assert.True(setting.IsSecret, setting.Path));

    private static SettingResponse Single(string name, IConfigurationBuilder builder) => Assert.Single(Of(builder), setting => setting.Name == name);

    private static IConfigurationBuilder Memory(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));

    private static IReadOnlyList<SettingResponse> Of(IConfigurationBuilder builder) => EffectiveSettings.Of(SettingsCommand.Known(), builder.Build());
}
