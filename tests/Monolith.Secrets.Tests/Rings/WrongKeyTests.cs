using Monolith.Kernel;
using Monolith.Secrets.Tests.Support;

namespace Monolith.Secrets.Tests.Rings;

[Collection(OneDatabase.Name)]
public sealed class WrongKeyTests(SecretDatabase database)
{
    private const string OwnServer = "Host=elsewhere";

    [Fact]
    public async Task Put_OwnServerAndNoKey_IsShutAndStoresNothing()
    {
        await using var host = await database.FreshAsync(("ConnectionStrings:Postgres", OwnServer));

        var problem = Assert.Single((await host.PutAsync("a", "value")).Problems);

        Assert.Equal(ErrorCodes.SecretStoreShut, problem.Code);
        Assert.Contains("SecretStore:Key", problem.Message, StringComparison.Ordinal);
        Assert.True((await host.FindAsync("a")) is { IsSuccess: true, Value: null });
        Assert.False(File.Exists(host.KeyFile));
    }

    [Fact]
    public async Task PutAndFind_AnotherKey_NameTheSettingAndMakeNoKey()
    {
        await using var before = await database.FreshAsync(("SecretStore:Key", SecretDatabase.Keys.Old));
        await before.PutAsync("a", "value");
        await using var wrong = database.Host(("SecretStore:Key", SecretDatabase.Keys.New));

        Problem[] problems = [.. (await wrong.FindAsync("a")).Problems, .. (await wrong.PutAsync("b", "value")).Problems];

        Assert.Equal([ErrorCodes.SecretStoreShut, ErrorCodes.SecretStoreShut], problems.Select(problem => problem.Code));
        Assert.All(problems, problem => Assert.Contains("SecretStore:Key", problem.Message, StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.DoesNotContain(SecretDatabase.Keys.New, problem.Message, StringComparison.Ordinal));
        Assert.Single(wrong.Get<Monolith.Secrets.Rings.KeyTable>().GetAllElements());
    }

    [Fact]
    public async Task Find_PreviousKey_IsRead()
    {
        await using var before = await database.FreshAsync(("SecretStore:Key", SecretDatabase.Keys.Old));
        await before.PutAsync("a", "value");
        await using var after = database.Host(("SecretStore:Key", SecretDatabase.Keys.New), ("SecretStore:PreviousKeys:0", SecretDatabase.Keys.Old));

        Assert.Equal("value", (await after.FindAsync("a")).Value);
    }
}
