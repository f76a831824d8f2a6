using Monolith.Kernel;
using Monolith.Secrets.Masters;
using Monolith.Secrets.Tests.Support;

namespace Monolith.Secrets.Tests.Masters;

[Collection(OneDatabase.Name)]
public sealed class MasterKeyFileTests(SecretDatabase database)
{
    [Fact]
    public async Task Put_EmbeddedAndNoKey_MakesAFileOfTheOwnerAlone()
    {
        await using var host = await database.FreshAsync();
        await host.PutAsync("a", "value");

        Assert.NotNull(MasterKey.Parse(File.ReadAllText(host.KeyFile)));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(host.KeyFile));
        Assert.Equal("value", (await host.FindAsync("a")).Value);
    }

    [Fact]
    public async Task Find_FileGone_IsAProblemAndNoNewFile()
    {
        await using var host = await database.FreshAsync();
        await host.PutAsync("a", "value");
        await using var other = database.Host();

        var problem = Assert.Single((await other.FindAsync("a")).Problems);

        Assert.Equal(ErrorCodes.SecretStoreShut, problem.Code);
        Assert.Contains("SecretStore:Key", problem.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(other.KeyFile));
    }

    [Fact]
    public async Task Find_KeyFileOfTwoLines_ReadsWhatTheSecondEncrypted()
    {
        var file = Path.GetTempFileName();
        await using var before = await database.FreshAsync(("SecretStore:Key", SecretDatabase.Keys.Old));
        await before.PutAsync("a", "value");
        File.WriteAllText(file, $"{SecretDatabase.Keys.New}\n{SecretDatabase.Keys.Old}\n");
        await using var after = database.Host(("SecretStore:KeyFile", file));

        Assert.Equal("value", (await after.FindAsync("a")).Value);
    }
}
