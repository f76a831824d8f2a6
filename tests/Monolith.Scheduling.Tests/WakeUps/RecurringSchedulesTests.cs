using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Scheduling.WakeUps;
using Npgsql;

namespace Monolith.Scheduling.Tests.WakeUps;

public sealed class RecurringSchedulesTests : IAsyncLifetime
{
    private readonly StandInSchedules schedules = new(new PipelineSchedule("default", "web", "nightly", "0 3 * * *", "Europe/Berlin", MissedTimes.Skip));
    private readonly SchedulingDatabase server = new();

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Tell_Schedules_AreRecurringJobsOfTheirZoneUntilTheyAreGone()
    {
        await using var database = NpgsqlDataSource.Create(server.ConnectionString);
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton(TimeProvider.System).AddSingleton(HostIdentity.Create()).AddSingleton(database).AddSingleton<IScheduleWork>(schedules).AddScheduling().BuildServiceProvider();
        await SchedulingModule.CreateSchemaAsync(services, CancellationToken.None);
        var recurring = services.GetServices<IHostedService>().OfType<RecurringSchedules>().Single();
        using var connection = services.GetRequiredService<JobStorage>().GetConnection();

        await recurring.TellAsync(CancellationToken.None);
        var job = Assert.Single(connection.GetRecurringJobs());
        Assert.Equal(("schedule:default/web/nightly", "0 3 * * *", "Europe/Berlin"), (job.Id, job.Cron, job.TimeZoneId));

        schedules.All.Clear();
        await recurring.TellAsync(CancellationToken.None);
        Assert.Empty(connection.GetRecurringJobs());
    }
}
