using Monolith.Kernel;
using Monolith.Secrets.Rings;
using Monolith.Secrets.Storing;
using Monolith.Secrets.Tests.Support;

namespace Monolith.Secrets.Tests.Storing;

[Collection(OneDatabase.Name)]
public sealed class SecretRotationTests(SecretDatabase database)
{
    private static readonly (string, string?)[] Both = [("SecretStore:Key", SecretDatabase.Keys.New), ("SecretStore:PreviousKeys:0", SecretDatabase.Keys.Old)];

    [Fact]
    public async Task Rotate_NewMasterKey_OldOneIsNotNeededAnyMore()
    {
        await using var old = await database.FreshAsync(("SecretStore:Key", SecretDatabase.Keys.Old));
        await old.PutAsync("a", "one");
        await old.PutAsync("b", "two");
        await using (var between = database.Host(Both))
            Assert.Equal(2, (await RotateAsync(between)).Count);
        await using var after = database.Host(("SecretStore:Key", SecretDatabase.Keys.New));

        Assert.Equal(("one", "two"), ((await after.FindAsync("a")).Value, (await after.FindAsync("b")).Value));
        Assert.Equal(1, (await after.Get<SecretTable>().ListAsync(null, CancellationToken.None))[0].Version);
    }

    [Fact]
    public async Task Rotate_HostThatHasReadBefore_GoesOnReadingAndWritesByTheNewKey()
    {
        await using var first = await database.FreshAsync(Both);
        await using var second = database.Host(Both);
        await first.PutAsync("a", "value");
        Assert.Equal("value", (await second.FindAsync("a")).Value);
        await RotateAsync(first);

        Assert.Equal("value", (await second.FindAsync("a")).Value);
        await second.PutAsync("b", "value");
        Assert.Equal(await KeyOfAsync(first, "a"), await KeyOfAsync(second, "b"));
    }

    [Fact]
    public async Task Rotate_StoppedInTheMiddleAndOneRowAltered_ReadsBothAndNamesTheRow()
    {
        await using var host = await database.FreshAsync(Both);
        foreach (var name in (string[])["a", "b", "c"])
            await host.PutAsync(name, name + "-value");
        var before = await KeyOfAsync(host, "a");
        // As a host leaves it that dies after its first row.
        var ring = host.Get<SecretVault>().Open().Value;
        ring.MakeKey(TimeProvider.System.GetUtcNow());
        var first = (await host.Get<SecretTable>().FindAsync(SecretHost.Project, "a", CancellationToken.None))!;
        Assert.True(await host.Get<SecretTable>().EncryptAnewAsync(first, ring.Encrypt(SecretHost.Project, "a", "a-value"), CancellationToken.None));
        await host.SqlAsync("update monolith.secrets set cipher = '\\x00' where name = 'c'");

        Assert.Equal(("a-value", "b-value"), ((await host.FindAsync("a")).Value, (await host.FindAsync("b")).Value));
        Assert.NotEqual(before, await KeyOfAsync(host, "a"));
        var again = await RotateAsync(host);

        Assert.Equal((2, "default/c"), (again.Count, Assert.Single(again.Unreadable)));
        Assert.Equal(await KeyOfAsync(host, "a"), await KeyOfAsync(host, "b"));
    }

    private static async Task<RotatedSecrets> RotateAsync(SecretHost host) => (await host.Get<SecretRotation>().RotateAsync(CancellationToken.None)).Value;

    /// <summary>Data Protection writes the key's id after four bytes of its own.</summary>
    private static async Task<Guid> KeyOfAsync(SecretHost host, string name) =>
        new((await host.Get<SecretTable>().FindAsync(SecretHost.Project, name, CancellationToken.None))!.Cipher.AsSpan(4, 16));
}
