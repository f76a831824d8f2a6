using System.Text.Json;
using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Hooks.Repositories;

[Collection(OneTriggersDatabase.Name)]
public sealed class BoundsTests(TriggersDatabase database)
{
    [Fact]
    public async Task Look_TooLargeAndTooMany_IsSaidAndTheOthersRun()
    {
        await using var forge = await ForgeServer.StartAsync();
        var names = Enumerable.Range(0, 21).Select(number => $"p{number:00}.yaml").ToList();
        foreach (var name in names)
            forge.Files[name] = ConnectedHost.Build.Replace("name: build", $"name: {name[..3]}", StringComparison.Ordinal);
        forge.Files["p00.yaml"] += $"\n#{new string('x', 1 << 20)}";
        forge.Listing = JsonSerializer.Serialize(names.Select(name => new { name, type = "file" }));
        await using var host = new ConnectedHost(database, forge, "own-bounds");
        var push = host.Push();

        await host.Desk.AcceptAsync(push, CancellationToken.None);
        await host.Service.LookAsync(CancellationToken.None);

        var faults = (await host.FindAsync(push)).View().Runs.Where(run => run.Error is not null).ToList();
        Assert.Equal(
            [(".monolith/p00.yaml", "It is larger than 1 MiB."), (".monolith", "There are 21 definitions; the first 20 by name were taken.")],
            faults.Select(run => (run.Pipeline, run.Error!)));
        Assert.Equal(19, await database.RunsAsync("own-bounds"));
    }
}
