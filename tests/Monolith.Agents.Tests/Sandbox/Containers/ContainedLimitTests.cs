namespace Monolith.Agents.Tests.Sandbox.Containers;

public sealed class ContainedLimitTests(TestImage image) : ContainedTest(image)
{
    [Fact]
    public async Task Run_LimitsOfTheSettings_Hold()
    {
        var options = Image.Options;
        (options.FileMiB, options.TemporaryMiB, options.MemoryMiB, options.Container.Processes) = (1, 4, 64, 20);

        var result = await ShAsync(
            """
            grep -E 'Max (file|core)' /proc/self/limits | tr -s ' ' | cut -d' ' -f4
            for i in 1 2 3 4 5 6; do head -c 1000000 /dev/zero > /tmp/$i 2>/dev/null || echo full; done
            grep -E '^(Cap(Bnd|Eff)|NoNewPrivs)' /proc/self/status
            for i in $(seq 30); do sleep 100 & done
            """,
            options: options);

        Assert.Contains("1048576\n", result.StandardOutput, StringComparison.Ordinal);
        Assert.Equal(2, result.StandardOutput.Split("full\n").Length - 1);
        Assert.Contains("CapBnd:\t0000000000000000", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("NoNewPrivs:\t1", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("can't fork", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MoreMemoryThanAllowed_IsKilled()
    {
        var options = Image.Options;
        options.MemoryMiB = 32;

        var result = await ShAsync("tail /dev/zero", options: options);

        Assert.Equal(137, result.ExitCode);
    }
}
