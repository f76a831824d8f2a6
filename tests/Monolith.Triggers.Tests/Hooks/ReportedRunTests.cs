using System.Text.Json;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Hooks;

[Collection(OneTriggersDatabase.Name)]
public sealed class ReportedRunTests(TriggersDatabase database)
{
    [Theory]
    [InlineData("true", 1)]
    [InlineData("false", 0)]
    public async Task Start_TriggerThatReports_LeavesANotificationForTheCommitInTheRunsOwnTransaction(string reports, int notifications)
    {
        var project = $"reports-{reports}";
        await database.PutAsync(project, $"{{ webhook: [{{ source: github, reportStatus: {reports} }}] }}");
        var push = new TriggerEvent(project, TriggerKind.Webhook, "1", "github:ada", JsonSerializer.SerializeToElement(new { })) { Source = "github", Name = "push", ReportTo = "status+github:a/b@c" };

        var run = Assert.Single((await database.Get<ITriggeredRuns>().StartAsync(push, CancellationToken.None))!);

        var due = (await database.Get<INotificationQueue>().TakeDueAsync(TimeSpan.FromSeconds(1), 100, CancellationToken.None)).Where(one => one.RunId == run.RunId).ToList();
        Assert.Equal(notifications, due.Count);
        Assert.All(due, one => Assert.Equal(("run.created", "status+github:a/b@c", project), (one.Type, one.Address, one.Project)));
    }
}
