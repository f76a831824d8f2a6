using System.Globalization;
using Monolith.Agents.Discovery;

namespace Monolith.Agents.Workers;

/// <summary>The less of what the operator allows and the plugin asks for.</summary>
internal sealed record WorkerLimits(int MemoryMiB, int Processes, int Files)
{
    /// <summary>Code, stacks and native libraries.</summary>
    private const int BesideHeapMiB = 256;

    private const string Tool = "/usr/bin/prlimit";

    public static WorkerLimits Of(WorkerOptions options, PluginManifest manifest) => new(
        Math.Min(options.MemoryMiB, manifest.MemoryMiB ?? int.MaxValue),
        Math.Min(options.Processes, manifest.Processes ?? int.MaxValue),
        Math.Min(options.Files, manifest.Files ?? int.MaxValue));

    /// <summary>As the runtime reads it.</summary>
    public string Heap => (MemoryMiB * 1024L * 1024).ToString("x", CultureInfo.InvariantCulture);

    /// <summary>
    /// What the kernel holds each process to. Not <c>--nproc</c>: that counts all processes of the host's user, the host's own too.
    /// </summary>
    public IReadOnlyList<string> Command(IReadOnlyList<string> program) => !File.Exists(Tool)
        ? program
        : [Tool, "--core=0", Invariant($"--nofile={Files}"), Invariant($"--data={(MemoryMiB + BesideHeapMiB) * 1024L * 1024}"), "--", .. program];

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
