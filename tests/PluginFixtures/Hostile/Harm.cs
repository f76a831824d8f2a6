using System.Diagnostics;
using System.Net.Sockets;

namespace Monolith.PluginFixtures.Hostile;

internal static class Harm
{
    private static readonly List<object> Kept = [];

    public static int Fall(int depth) => Fall(depth + 1) + Fall(depth + 2);

    public static void Block() => new ManualResetEventSlim().Wait();

    public static void ThrowOnAThread()
    {
        new Thread(() => throw new InvalidOperationException("Nobody catches this.")).Start();
        Block();
    }

    public static void LeakThreads(int count)
    {
        for (var left = count; left > 0; left--)
            new Thread(Block) { IsBackground = true }.Start();
    }

    public static void Allocate()
    {
        while (true)
            Kept.Add(new byte[8 * 1024 * 1024]);
    }

    public static void AllocateAtOnce() => Kept.Add(new long[int.MaxValue]);

    public static void Breed(int most)
    {
        for (var left = most; left > 0; left--)
            Kept.Add(Process.Start("sleep", "600"));
        Block();
    }

    public static void WriteRubbishToSockets()
    {
        foreach (var file in Directory.GetFiles("/proc/self/fd").Where(file => File.ResolveLinkTarget(file, returnFinalTarget: false)?.Name.StartsWith("socket:", StringComparison.Ordinal) == true))
        {
            try
            {
                new Socket(new SafeSocketHandle(int.Parse(Path.GetFileName(file)), ownsHandle: false)).Send("rubbish\n"u8);
            }
            catch (SocketException)
            {
                // Not the one.
            }
        }

        Block();
    }

    public static void Print() => Console.WriteLine("""{ "type": "result", "call": 1 }""");

    public static void StopItself() => Process.Start("kill", ["-STOP", Environment.ProcessId.ToString()]).WaitForExit();
}
