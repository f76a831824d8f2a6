using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Monolith.Integration.Tests.Shutdown.Rolling;

/// <summary>Callers that begin short runs and read, without a pause, until they are told to stop.</summary>
internal sealed class Load(Client client)
{
    private const string Short = """
        name: short
        mode: sequential
        stages:
          - { id: a, agent: recorder, action: noop }
          - { id: b, agent: recorder, action: noop }
          - { id: c, agent: recorder, action: noop }
        """;

    private readonly CancellationTokenSource stop = new();
    private Task callers = Task.CompletedTask;

    /// <summary>Every run that was accepted.</summary>
    public ConcurrentBag<Guid> Runs { get; } = [];

    public void Begin(int count) => callers = Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(CallAsync)));

    public async Task EndAsync()
    {
        await stop.CancelAsync();
        await callers;
    }

    /// <summary>Begins a run; the same key with every try, so that it is begun once.</summary>
    public async Task StartAsync(string yaml)
    {
        var key = Guid.NewGuid().ToString("N");
        var body = await client.AskAsync(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/runs", UriKind.Relative))
            {
                Content = new ByteArrayContent(Encoding.UTF8.GetBytes(yaml)) { Headers = { ContentType = new MediaTypeHeaderValue("application/yaml") } },
            };
            request.Headers.Add("Idempotency-Key", key);
            return request;
        });
        if (body is not null)
            Runs.Add(JsonDocument.Parse(body).RootElement.GetProperty("id").GetGuid());
    }

    private async Task CallAsync()
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        while (!stop.IsCancellationRequested)
        {
            await StartAsync(Short);
            await GetAsync("/api/v1/runs?limit=5");
            await GetAsync("/api/v1/agents");
            await pause.WaitForNextTickAsync();
        }
    }

    private Task<string?> GetAsync(string path) => client.AskAsync(() => new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)));
}
