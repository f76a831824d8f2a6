namespace Monolith.Agents.Sandbox;

/// <summary>The settings' limits in bytes, as both sandboxes set them.</summary>
internal static class SandboxLimits
{
    private const long Mi = 1 << 20;

    public static long FileBytes(this SandboxOptions options) => options.FileMiB * Mi;

    public static long TemporaryBytes(this SandboxOptions options) => options.TemporaryMiB * Mi;

    /// <summary>0 for no limit.</summary>
    public static long MemoryBytes(this SandboxOptions options) => options.MemoryMiB * Mi;
}
