using System.Globalization;
using Monolith.Live.Tests.Support;

namespace Monolith.Live.Tests.Streaming;

/// <summary>Two hosts of one store, and a reader whose connection breaks over and over: a hundred times here, a thousand in Long.</summary>
public sealed class BrokenConnectionTests : IAsyncLifetime
{
    private readonly Guid run = Guid.NewGuid();
    private readonly LiveApp one;
    private readonly LiveApp other;

    public BrokenConnectionTests()
    {
        one = new LiveApp();
        other = new LiveApp(one.History);
    }

    public Task InitializeAsync() => Task.WhenAll(one.StartAsync(), other.StartAsync());

    public async Task DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
    }

    [Fact]
    public Task Follow_ConnectionBrokenAHundredTimesAcrossHosts_NoGapAndNoDouble() => BreakAsync(100);

    [Fact]
    [Trait("Length", "Long")]
    public Task Follow_ConnectionBrokenAThousandTimesAcrossHosts_NoGapAndNoDouble() => BreakAsync(1_000);

    private async Task BreakAsync(int breaks)
    {
        one.History.Append(run, "run_created");
        var (seen, written) = (new List<long>(), 1L);
        for (var broken = 0; broken < breaks; broken++)
        {
            // Some are there when the reader comes, some are committed while it reads.
            var wanted = (broken % 3) + 1;
            Append(broken % 2);
            var reading = ReadAsync(broken % 2 == 0 ? one : other, seen, wanted);
            Append(wanted);
            await reading;
        }

        one.History.Append(run, "run_succeeded");
        while (seen.Count < written + 1)
            await ReadAsync(other, seen, 50);

        Assert.Equal(Enumerable.Range(1, (int)written + 1).Select(version => (long)version), seen);

        void Append(int count)
        {
            written += count;
            for (var appended = 0; appended < count; appended++)
                one.History.Append(run, "stage_started");
        }
    }

    /// <summary>Reads so many, or to the end, and breaks the connection.</summary>
    private async Task ReadAsync(LiveApp host, List<long> seen, int events)
    {
        using var reader = await host.FollowAsync($"/api/v1/runs/{run}/events", seen.Count > 0 ? seen[^1].ToString(CultureInfo.InvariantCulture) : null);
        while (events > 0 && await reader.ReadLineAsync() is { } line && line != "event: end")
        {
            if (!line.StartsWith("id: ", StringComparison.Ordinal))
                continue;
            seen.Add(long.Parse(line["id: ".Length..], CultureInfo.InvariantCulture));
            events--;
        }
    }
}
