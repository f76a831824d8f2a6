using System.Globalization;
using Monolith.Host.Drill.Disturbances;
using Monolith.Host.Drill.Evidence;
using Monolith.Host.Drill.Fleet;
using Monolith.Host.Drill.Judging;
using Monolith.Host.Drill.Load;
using Monolith.Host.Drill.Options;
using Monolith.Host.Drill.Reporting;
using Monolith.Storage;
using Npgsql;

namespace Monolith.Host.Drill;

/// <summary>One drill on a database that is up: load, disturbances, calm, verdict.</summary>
internal sealed class DrillRun(DrillFolder folder, DrillOptions options, PrivateServer server)
{
    /// <summary>How long the hosts have for what is left once all disturbances are over.</summary>
    private static readonly TimeSpan CalmPatience = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan CalmLook = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider time = TimeProvider.System;
    private readonly AcceptedRuns accepted = new();

    /// <returns>Whether every promise was kept.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<Disturbance> schedule, CancellationToken cancellationToken)
    {
        await using var database = NpgsqlDataSource.Create(server.ConnectionString);
        await StoredStreams.KeepCommitTimesAsync(database, cancellationToken);
        await server.StopAsync();
        if (await server.StartAgainAsync(cancellationToken) is { } problem)
            throw new InvalidOperationException(problem.Message);

        var census = new RunCensus(database);
        var progress = new DrillProgress(Console.Out, accepted, census);
        await using var fleet = new HostFleet(new HostProgram(folder, server.ConnectionString, options.Hosts), folder, options.Hosts);
        await fleet.StartAsync(cancellationToken);
        progress.Say($"hosts     {options.Hosts} are up");

        var disturber = new Disturber(fleet, server, progress, time);
        await DisturbAsync(disturber, schedule, fleet, census, progress, cancellationToken);

        var evidence = new DrillEvidence(
            accepted.All, accepted.Refusals, await StoredStreams.ReadAsync(database, cancellationToken), JournalReader.Read(folder.Journal));
        List<Fault> faults = [.. Verdict.Of(evidence), .. disturber.Faults];
        DrillReport.Write(Console.Out, evidence, faults, disturber.Done, Answers(), fleet.EndedByThemselves);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(faults.Count == 0 ? "Every promise was kept" : $"{faults.Count} promises were broken")}; seed {options.Seed}, {progress.Elapsed.TotalSeconds:0.0} s."));
        return faults.Count == 0;
    }

    private async Task DisturbAsync(
        Disturber disturber, IReadOnlyList<Disturbance> schedule, HostFleet fleet, RunCensus census, DrillProgress progress, CancellationToken cancellationToken)
    {
        using var api = new DrillApi(fleet, accepted);
        using var noMoreLoad = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await api.StorePipelinesAsync(cancellationToken);
        var watching = Task.WhenAll(census.RunAsync(over.Token), progress.RunAsync(over.Token));
        var load = new LoadStream(api, accepted, census, folder, options).RunAsync(noMoreLoad.Token, over.Token);
        try
        {
            await disturber.RunAsync(schedule, cancellationToken);
            progress.Say("calm      nothing is disturbed any more");
            await noMoreLoad.CancelAsync();
            await CalmAsync(load, census, cancellationToken);
        }
        finally
        {
            await over.CancelAsync();
            await load.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await watching;
        }
    }

    private async Task CalmAsync(Task load, RunCensus census, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(CalmPatience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await load.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var looks = census.Looks;
        while (!either.IsCancellationRequested && (census.Open > 0 || census.Looks < looks + 2))
            await Task.Delay(CalmLook, time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private string Answers()
    {
        var faults = accepted.Faults.OrderBy(fault => fault.Key).Select(fault => $"{fault.Value} times {(int)fault.Key}");
        return $"{accepted.LostAnswers} lost; {string.Join(", ", faults.DefaultIfEmpty("no error"))}; asked again with the same key";
    }
}
