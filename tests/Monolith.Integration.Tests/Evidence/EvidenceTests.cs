using System.Net;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Evidence;

/// <summary>A real run is exported from a real host and checked by the command, with no server.</summary>
public sealed class EvidenceTests
{
    private const string Yaml = """
        name: made
        stages:
          - id: make
            agent: command
            action: run
            parameters: { script: "printf hello > greeting.txt" }
            artifacts: [{ name: greeting, path: greeting.txt }]
        """;

    [Fact]
    public async Task Verify_BundleOfARealRun_IsValidAndForgedOnesAreNamed()
    {
        using var folder = new TestFolder();
        var (bundle, key) = (folder["bundle.jsonl"], folder["key.pem"]);
        var files = Directory.CreateDirectory(folder["files"]).FullName;
        await using (var host = await HostProcess.StartAsync(folder.Path))
        {
            var run = await host.Http.StartAsync(Yaml);
            Assert.Equal("success", (await host.Http.EndAsync(run)).GetProperty("status").GetString());
            using var export = await host.Http.GetAsync($"/api/v1/runs/{run}/evidence");
            Assert.Equal(("application/jsonl", $"evidence-{run}.jsonl"), (export.Content.Headers.ContentType!.MediaType, export.Content.Headers.ContentDisposition!.FileName));
            await File.WriteAllBytesAsync(bundle, await export.Content.ReadAsByteArrayAsync());
            await File.WriteAllBytesAsync(Path.Combine(files, "greeting"), await host.Http.GetByteArrayAsync($"/api/v1/runs/{run}/artifacts/greeting"));
            await File.WriteAllTextAsync(key, await host.Http.GetStringAsync("/api/v1/evidence/public-key"));
            using var unknown = await host.Http.GetAsync($"/api/v1/runs/{Guid.NewGuid()}/evidence");
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        }

        var valid = await VerifyAsync(folder, bundle, "--public-key", key, "--artifacts", files);
        Assert.True(valid.ExitCode == 0, valid.Output);
        Assert.Contains("VALID: nothing was changed since it was signed with the given key.", valid.Output, StringComparison.Ordinal);
        Assert.Contains("1 held against their files", valid.Output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(files, "greeting"), "hallo");
        var other = await VerifyAsync(folder, bundle, "--artifacts", files);
        Assert.Equal(1, other.ExitCode);
        Assert.Matches("line [0-9]+, artifact greeting: the file's SHA-256 is", other.Output);

        var bytes = await File.ReadAllBytesAsync(bundle);
        bytes[bytes.AsSpan().IndexOf("\"stage_succeeded\""u8) + 2] ^= 1;
        await File.WriteAllBytesAsync(bundle, bytes);
        var forged = await VerifyAsync(folder, bundle);
        Assert.Equal(1, forged.ExitCode);
        Assert.Matches("line [0-9]+, event [0-9]+ suage_succeeded: its SHA-256 is [0-9a-f]{64}, the signature says [0-9a-f]{64}", forged.Output);
        Assert.Contains("FORGED: 1 fault.", forged.Output, StringComparison.Ordinal);
    }

    internal static Task<(int ExitCode, string Output)> VerifyAsync(TestFolder folder, params string[] words) =>
        HostProcess.RunAsync(folder.Path, ["verify-evidence", .. words]);
}
