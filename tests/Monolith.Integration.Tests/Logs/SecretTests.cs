using System.Text;
using System.Text.Json;
using Monolith.Integration.Tests.Hosting;
using Monolith.Integration.Tests.Traces;

namespace Monolith.Integration.Tests.Logs;

/// <summary>A secret is said aloud in every way there is, and then looked for in everything that the host has said.</summary>
public sealed class SecretTests
{
    private const string Secret = "pa55-Wort+für/\"Alle\"";
    private const string WordSecret = "s3cretWithoutSigns42";

    private static readonly string[] Ways = ["log", "program", "start", "outputs", "error", "exception", "artifact", "missing"];

    [Theory]
    [InlineData(Secret, false)]
    [InlineData(WordSecret, true)]
    public async Task Secret_SaidInEveryWay_IsFoundNowhere(string secret, bool isFile)
    {
        using var folder = new TestFolder();
        Plugins.Drop(folder.Path, "Monolith.Fixtures.Recorder", Built.Recorder);
        using var collector = new Collector();
        await using var host = await HostProcess.StartAsync(
            folder.Path, [isFile ? ("SecretFiles__Folder", InFile(folder, secret)) : ("Secrets__token", secret), ("Logging__LogLevel__Default", "Debug"), .. collector.Settings]);
        var said = new StringBuilder();

        var run = await StartAsync(host, secret, said);
        await host.Http.EndAsync(run);
        foreach (var path in Paths(run))
            said.AppendLine(await host.Http.GetStringAsync(path));
        var read = await host.Http.JsonAsync("/api/v1/audit?action=secret.read&subject=token");
        Assert.Equal(Ways.Length + 1, read.GetProperty("entries").GetArrayLength());
        await host.StopAsync();
        said.AppendLine(host.Output);
        Assert.Contains(collector.Spans, span => span.Name == "run ended");
        foreach (var span in collector.Spans)
            said.AppendLine($"{span.Name} {string.Join(' ', span.Attributes)} {span.Message}");

        Assert.True(said.ToString().Split("***").Length > Ways.Length, "It was not even masked.");
        foreach (var form in Forms(secret))
            Assert.DoesNotContain(form, said.ToString(), StringComparison.Ordinal);
    }

    private static string InFile(TestFolder folder, string secret)
    {
        var secrets = Directory.CreateDirectory(Path.Combine(folder.Path, "mounted")).FullName;
        File.WriteAllText(Path.Combine(secrets, "token"), secret + "\n");
        return secrets;
    }

    private static string Yaml() => string.Join('\n',
    [
        "name: leaks",
        "mode: parallel",
        "stages:",
        .. Ways.Select(way => $"  - {{ id: by-{way}, agent: recorder, action: leak, secrets: [token], retry: {{ maxAttempts: 1 }}, continueOnFailure: true, parameters: {{ secret: token, by: {way} }} }}"),
        "  - { id: by-environment, agent: command, action: run, secrets: [token], continueOnFailure: true, retry: { maxAttempts: 1 }, parameters: { script: 'env; echo \"$T\" >&2; exit 1', secretEnvironment: { T: token } } }",
    ]);

    private static IEnumerable<string> Paths(Guid run) =>
    [
        $"/api/v1/runs/{run}",
        $"/api/v1/runs/{run}/events",
        $"/api/v1/runs/{run}/artifacts",
        .. Ways.Append("environment").Select(way => $"/api/v1/runs/{run}/stages/by-{way}/log"),
        "/api/v1/audit/export",
        "/metrics",
        "/api/v1/agents",
        "/health/detailed",
    ];

    /// <summary>As a careless client does it.</summary>
    private static async Task<Guid> StartAsync(HostProcess host, string secret, StringBuilder said)
    {
        using var request = Api.Yaml(HttpMethod.Post, "/api/v1/runs", Yaml());
        foreach (var header in new[] { "Authorization", "Cookie", "x-request-id", "x-correlation-id", "x-trace-id", "x-user-id", "x-session-id", "traceparent" })
            Assert.True(request.Headers.TryAddWithoutValidation(header, Uri.EscapeDataString(secret)));
        using var response = await host.Http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        said.AppendLine(response.Headers.ToString()).AppendLine(body);
        return JsonDocument.Parse(body).RootElement.GetProperty("id").GetGuid();
    }

    private static IEnumerable<string> Forms(string secret) =>
        [secret, Uri.EscapeDataString(secret), JsonEncodedText.Encode(secret).ToString(), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))];
}
