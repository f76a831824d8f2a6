using System.Globalization;
using Monolith.Pipelines.Contracts;
using Xunit.Abstractions;

namespace Monolith.Pipelines.Tests.Simulation;

/// <summary>
/// Random definitions on hosts that fail at random, on a clock of their own. A failing seed is named and replays by itself;
/// <c>MONOLITH_SIMULATION_SEEDS=10000</c> tries more than the 500 of a usual run.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private static int Seeds =>
        int.Parse(Environment.GetEnvironmentVariable("MONOLITH_SIMULATION_SEEDS") ?? "500", CultureInfo.InvariantCulture);

    [Fact]
    public void AnySeed_AnyFaults_EveryRunEndsAndNothingIsCommittedTwice()
    {
        var ended = new Dictionary<RunStatus, int>();
        var executions = 0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var simulation = new Simulation(seed);
            try
            {
                Assert.True(simulation.Run(), "The run never ended.");
                History.Check(simulation.Journal);
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException($"Seed {seed}: {broken.Message}", broken);
            }

            var status = simulation.Journal.Current.Status;
            ended[status] = ended.GetValueOrDefault(status) + 1;
            executions += simulation.Executions;
        }

        output.WriteLine($"{Seeds} seeds, {executions} executions: {string.Join(", ", ended.Select(e => $"{e.Value} {e.Key}"))}");
    }

    [Fact]
    public void SameSeed_Again_GivesTheSameHistory()
    {
        var (first, second) = (new Simulation(7), new Simulation(7));
        first.Run();
        second.Run();

        Assert.Equal(first.Journal.All.Select(change => change.GetType()), second.Journal.All.Select(change => change.GetType()));
    }
}
