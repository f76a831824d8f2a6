using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Monolith.Fuzzing.Tests.Inputs;

namespace Monolith.Fuzzing.Tests.Running;

/// <summary>
/// Counts, keeps the input under way in a file, since a stack overflow leaves nothing else, and ends the process when one does not come back.
/// </summary>
internal sealed class Watch : IDisposable
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);
    private static readonly Lock Report = new();

    private readonly string target;
    private readonly FileStream last;
    private readonly int wanted;
    private readonly Timer timer;
    private readonly long start = Stopwatch.GetTimestamp();

    private long began = long.MaxValue;
    private byte[] under = [];
    private byte[] slow = [];
    private TimeSpan slowest;
    private int taken;
    private int refused;

    public Watch(string target, int wanted)
    {
        (this.target, this.wanted) = (target, wanted);
        last = new FileStream(Path.Combine(Folder, $"{target.Replace(' ', '-')}.last"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        timer = new Timer(_ => Look(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    private static string Folder { get; } = Directory.CreateDirectory(
        typeof(Watch).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "FuzzReport").Value!).FullName;

    public void Begins(Mutant mutant)
    {
        under = mutant.Bytes;
        last.SetLength(0);
        last.Write(under);
        last.Position = 0;
        Volatile.Write(ref began, Stopwatch.GetTimestamp());
    }

    public void Ended(bool isTaken)
    {
        var took = Stopwatch.GetElapsedTime(Volatile.Read(ref began));
        Volatile.Write(ref began, long.MaxValue);
        if (took > slowest)
        {
            slowest = took;
            slow = under;
        }

        _ = isTaken ? taken++ : refused++;
    }

    public void Dispose()
    {
        timer.Dispose();
        last.Dispose();
        var line = string.Create(CultureInfo.InvariantCulture,
            $"| {target} | {taken + refused:N0} | {taken:N0} | {refused:N0} | {slowest.TotalMilliseconds:F1} | {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} |\n");
        lock (Report)
            File.AppendAllText(Path.Combine(Folder, "report.md"), line);
        File.WriteAllBytes(Path.ChangeExtension(last.Name, ".slowest"), slow);
        if (taken + refused >= wanted)
            File.Delete(last.Name);
    }

    private void Look()
    {
        if (Volatile.Read(ref began) is var since and not long.MaxValue && Stopwatch.GetElapsedTime(since) > Hang)
            Environment.FailFast($"{target}: an input did not come back within {Hang.TotalSeconds} s. It is in {last.Name}.");
    }
}
