#pragma warning disable RS0030 // The known violator of the rule beside it.

namespace Monolith.Architecture.Tests.Calls;

/// <summary>Read by the rule, never run.</summary>
internal static class BannedCalls
{
    public static DateTime Now() => DateTime.Now;

    public static DateTime UtcNow() => DateTime.UtcNow;

    public static int Result(Task<int> task) => task.Result;

    public static void Wait(Task task) => task.Wait();

    public static void Sleep() => Thread.Sleep(1);

    public static Type? Named(string name) => Type.GetType(name);
}
