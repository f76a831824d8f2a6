using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Notifications;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Notifications__Secrets__default", "hush-hush-hush", "Notifications:Secrets:default: Give whsec_")]
    [InlineData("Notifications__Smtp__Host", "mail.example.org", "Notifications:Smtp:From: Give the sender's mailbox")]
    [InlineData("Notifications__Smtp__Tls", "perhaps", "Notifications:Smtp:Tls: 'perhaps' is not one of StartTls, Implicit, None")]
    [InlineData("Notifications__PublicUrl", "example", "Notifications:PublicUrl: Give an address")]
    [InlineData("Notifications__MaxConcurent", "8", "Notifications:MaxConcurent: There is no such setting")]
    public async Task Start_WrongSetting_IsRefusedByName(string name, string value, string said)
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, [], (name, value));

        Assert.Equal(2, exitCode);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", output, StringComparison.Ordinal);
    }
}
