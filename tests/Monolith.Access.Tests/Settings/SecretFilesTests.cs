using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;
using Monolith.Host.Settings.SecretFiles;

namespace Monolith.Access.Tests.Settings;

public sealed class SecretFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("secrets-").FullName;
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void Read_FileOfAMount_IsASecretWithoutItsLineFeed()
    {
        File.WriteAllText(Path.Combine(folder, "token"), "hush\n");
        File.WriteAllText(Path.Combine(folder, ".hidden"), "x");

        Assert.Equal(["token=hush"], Secrets(Build()));
    }

    [Fact]
    public void Read_MountThatMovesItsLink_IsTheNewSecretAfterTheInterval()
    {
        Mount("one", "first");
        File.CreateSymbolicLink(Path.Combine(folder, "token"), "..data/token");
        var configuration = Build();
        Assert.Equal(["token=first"], Secrets(configuration));
        var changes = 0;
        using var heard = ChangeToken.OnChange(configuration.GetReloadToken, () => changes++);

        Directory.Delete(Path.Combine(folder, "..data"));
        time.Advance(SecretFilesProvider.Interval);
        Assert.Equal(["token=first"], Secrets(configuration));
        Mount("two", "second");
        time.Advance(SecretFilesProvider.Interval + SecretFilesProvider.Interval);

        Assert.Equal(["token=second"], Secrets(configuration));
        Assert.Equal(1, changes);
    }

    [Fact]
    public void Fault_FolderThatIsNotThere_IsNamed() => Assert.Contains("There is no folder", SecretFilesSource.Fault("/nowhere"), StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static IEnumerable<string> Secrets(IConfiguration configuration) => configuration.GetSection("Secrets").GetChildren().Select(secret => $"{secret.Key}={secret.Value}");

    private IConfigurationRoot Build() => new ConfigurationBuilder().Add(new SecretFilesSource(folder, time)).Build();

    /// <summary>As Kubernetes does: a hidden folder for each version, and a link to the newest.</summary>
    private void Mount(string version, string value)
    {
        Directory.CreateDirectory(Path.Combine(folder, $"..{version}"));
        File.WriteAllText(Path.Combine(folder, $"..{version}", "token"), value);
        Directory.CreateSymbolicLink(Path.Combine(folder, "..data"), $"..{version}");
    }
}
