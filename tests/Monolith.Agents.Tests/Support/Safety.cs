namespace Monolith.Agents.Tests.Support;

/// <summary>After this long a test that waits for something is stuck. No test passes or fails by how long it took otherwise.</summary>
internal static class Safety
{
    public static TimeSpan Limit { get; } = TimeSpan.FromMinutes(3);
}
