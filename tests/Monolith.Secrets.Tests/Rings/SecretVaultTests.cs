using System.Text;
using Monolith.Kernel;
using Monolith.Secrets.Storing;
using Monolith.Secrets.Tests.Support;

namespace Monolith.Secrets.Tests.Rings;

[Collection(OneDatabase.Name)]
public sealed class SecretVaultTests(SecretDatabase database)
{
    private const string Value = "pa55-Wort-für-alle";

    [Fact]
    public async Task Put_Value_IsNowhereInTheTables()
    {
        await using var host = await database.FreshAsync(("SecretStore:Key", SecretDatabase.Keys.Old));
        await host.PutAsync("a", Value);
        var row = (await host.Get<SecretTable>().FindAsync(SecretHost.Project, "a", CancellationToken.None))!;
        var keys = string.Concat(host.Get<Monolith.Secrets.Rings.KeyTable>().GetAllElements());

        Assert.Equal(-1, row.Cipher.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Value)));
        Assert.Contains("masterEncrypted", keys, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey>", keys, StringComparison.Ordinal);
        Assert.DoesNotContain("unencrypted", keys, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update monolith.secrets set cipher = set_byte(cipher, 40, get_byte(cipher, 40) # 1)")]
    [InlineData("update monolith.secrets set cipher = '\\x'")]
    [InlineData("update monolith.secrets set cipher = (select cipher from monolith.secrets where name = 'b') where name = 'a'")]
    [InlineData("update monolith.secrets set project = 'red' where name = 'a'; update monolith.secrets set project = 'default', name = 'a' where name = 'b'")]
    public async Task Find_RowAlteredOrMoved_IsUnreadable(string sql)
    {
        await using var host = await database.FreshAsync(("SecretStore:Key", SecretDatabase.Keys.Old));
        await host.PutAsync("a", Value);
        await host.PutAsync("b", "another");
        await host.SqlAsync(sql);

        var problem = Assert.Single((await host.FindAsync("a")).Problems);

        Assert.Equal(ErrorCodes.SecretUnreadable, problem.Code);
        Assert.Contains("'a'", problem.Message, StringComparison.Ordinal);
    }
}
