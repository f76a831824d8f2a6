using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox.Containers;

public sealed class ContainedManifestTests(TestImage image) : ContainedTest(image)
{
    [Fact]
    public async Task Run_PathsOfTheManifest_AreReadableAndWritable()
    {
        using var read = new TempFolder();
        using var written = new TempFolder();
        read.File("a, b/c", "readable");

        var result = await ShAsync(
            $"cat '{read.Path}/a, b/c'; touch {read.Path}/d 2>/dev/null || echo refused; echo b > {written.Path}/b",
            new AgentCapabilities { ReadablePaths = [Path.Combine(read.Path, "a, b"), read.Path], WritablePaths = [written.Path] });

        Assert.Equal("readablerefused\n", result.StandardOutput);
        Assert.True(File.Exists(Path.Combine(written.Path, "b")));
    }

    [Fact]
    public async Task Run_HiddenPathInsideAReadableOne_IsHidden()
    {
        using var shown = new TempFolder();
        shown.File("seen", "seen ");
        shown.File("keys/key", "secret");
        shown.File("key", "secret");
        var options = Image.Options;
        options.Readable.Add(shown.Path);
        options.Hidden.AddRange([shown.Sub("keys"), Path.Combine(shown.Path, "key")]);

        var result = await ShAsync($"cd {shown.Path}; cat seen key keys/key; ls keys | wc -l", options: options);

        Assert.Equal("seen 0\n", result.StandardOutput);
    }

    [Fact]
    public async Task Run_ToolThatTheManifestDoesNotName_IsRefused() =>
        await Assert.ThrowsAsync<ProgramStartException>(() => ShAsync("true", new AgentCapabilities { Tools = ["git"] }));
}
