using Microsoft.Extensions.DependencyInjection;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Tests.Support;
using Npgsql;

namespace Monolith.Access.Tests.Audit;

[Collection(OneKeyedHost.Name)]
public sealed class AppendOnlyTests(KeyedHostFixture keyed)
{
    [Theory]
    [InlineData("update monolith.access_audit set who = 'nobody'")]
    [InlineData("delete from monolith.access_audit where number = 1")]
    [InlineData("truncate monolith.access_audit")]
    public async Task Change_ByTheStoresOwnUser_IsRefusedAndTheTrailIsWhole(string sql)
    {
        await using var command = keyed.Host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);

        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);

        using var output = new StringWriter();
        Assert.Equal(0, await AccessModule.VerifyAuditAsync(keyed.Host.Services, null, output, output, CancellationToken.None));
    }

    [Fact]
    public async Task Write_TextMadeToBreakLines_StaysOneLineThatVerifies()
    {
        var audit = keyed.Host.Services.GetRequiredService<IAuditLog>();
        var evil = "a\r\n{\"number\":1}\0\u2028" + new string('x', 2_000) + "\ud800";

        Assert.True(await audit.WriteAsync(new AuditEvent("test.injected") { Who = evil, Subject = evil, Detail = new Dictionary<string, string> { [evil] = evil } }, CancellationToken.None));

        var entry = Assert.Single(await keyed.Admin.EntriesAsync("action=test.injected"));
        Assert.Equal(512, entry.Text("who").Length);
        using var output = new StringWriter();
        Assert.Equal(0, await AccessModule.VerifyAuditAsync(keyed.Host.Services, null, output, output, CancellationToken.None));
    }
}
