using System.Globalization;

namespace Monolith.Benchmarks.Processor;

/// <summary>Processor time used so far by this process and by every process of a PostgreSQL server, from /proc.</summary>
internal sealed record ProcessorTime(TimeSpan Here, TimeSpan Postgres)
{
    private const double TicksASecond = 100;

    public static ProcessorTime operator -(ProcessorTime after, ProcessorTime before) =>
        new(after.Here - before.Here, after.Postgres - before.Postgres);

    /// <param name="postmaster">The server's first process; the others are its children.</param>
    public static ProcessorTime Read(int postmaster)
    {
        var postgres = TimeSpan.Zero;
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
        {
            if (Stat(folder) is { } fields && (Field(fields, 4) == postmaster || Field(fields, 1) == postmaster))
                postgres += TimeSpan.FromSeconds((Field(fields, 14) + Field(fields, 15)) / TicksASecond);
        }

        return new ProcessorTime(Environment.CpuUsage.TotalTime, postgres);
    }

    /// <returns>The fields of proc(5), with the program's name taken out: it may hold spaces.</returns>
    private static string[]? Stat(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            return $"{text[..text.IndexOf('(', StringComparison.Ordinal)]}_{text[(text.LastIndexOf(')') + 1)..]}".Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Field(string[] fields, int number) => long.Parse(fields[number - 1], CultureInfo.InvariantCulture);
}
