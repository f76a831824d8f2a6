using Monolith.Kernel;
using Monolith.Secrets.Tests.Support;

namespace Monolith.Secrets.Tests.Finding;

[Collection(OneDatabase.Name)]
public sealed class SecretFinderTests(SecretDatabase database)
{
    [Fact]
    public async Task Find_ConfigurationAndTable_ConfigurationIsFirstAndTableIsTheProjects()
    {
        await using var before = await database.FreshAsync();
        await before.PutAsync("a", "stored");
        await before.PutAsync("b", "stored");
        await using var host = database.Host(("Secrets:a", "configured"), ("SecretStore:KeyFile", before.KeyFile));

        Assert.Equal("configured", (await host.FindAsync("a", "red")).Value);
        Assert.Equal("stored", (await host.FindAsync("b")).Value);
        Assert.Null((await host.FindAsync("b", "red")).Value);
        Assert.Null((await host.FindAsync("none")).Value);
    }

    [Fact]
    public async Task FindAndPut_Value_IsHeardByWhoMasksIt()
    {
        await using var writer = await database.FreshAsync(("SecretStore:Key", SecretDatabase.Keys.Old));
        await writer.PutAsync("a", "stored");
        await using var reader = database.Host(("SecretStore:Key", SecretDatabase.Keys.Old));
        await reader.FindAsync("a");

        Assert.Equal(["stored"], writer.Get<SecretHost.Ear>().Heard);
        Assert.Equal(["stored"], reader.Get<SecretHost.Ear>().Heard);
    }

    [Fact]
    public async Task Put_NameOfTheConfiguration_IsAConflict()
    {
        await using var host = await database.FreshAsync(("Secrets:a", "configured"));

        Assert.Equal(ErrorCodes.Conflict, Assert.Single((await host.PutAsync("A", "mine")).Problems).Code);
    }
}
