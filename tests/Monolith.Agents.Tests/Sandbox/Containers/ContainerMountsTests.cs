using Monolith.Agents.Sandbox;
using Monolith.Agents.Sandbox.Containers;

namespace Monolith.Agents.Tests.Sandbox.Containers;

public sealed class ContainerMountsTests
{
    [Fact]
    public void Seen_LaterOverEarlier_KeepsWhatWouldBeSeen()
    {
        SandboxMount[] mounts =
        [
            new(MountKind.Empty, "/home/some"),
            new(MountKind.Readable, "/usr/bin"),
            new(MountKind.Readable, "/nonexistent"),
            new(MountKind.Writable, "/usr"),
            new(MountKind.Hidden, "/usr/lib"),
            new(MountKind.Hidden, "/etc"),
            new(MountKind.Empty, "/home/some"),
        ];

        Assert.Equal([mounts[3], mounts[4], mounts[6]], ContainerMounts.Seen(mounts));
    }
}
