using System.Net;
using System.Text;

namespace Monolith.Integration.Tests.Shutdown;

/// <summary>
/// A request whose body stops half-way until the test lets it go on: under way for as long as a test wants. Its body begins when the
/// host asks for it, so that the test knows that the host has the request in hand.
/// </summary>
internal sealed class HeldRequest : HttpContent
{
    private readonly HttpClient http = new(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) });
    private readonly byte[] body;
    private readonly TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HeldRequest(string yaml)
    {
        body = Encoding.UTF8.GetBytes(yaml);
        Headers.TryAddWithoutValidation("Content-Type", "application/yaml");
    }

    /// <returns>The answer to come, once the host has the request in hand.</returns>
    public async Task<Task<HttpResponseMessage>> BeginAsync(Uri host)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, "/api/v1/runs")) { Content = this };
        request.Headers.ExpectContinue = true;
        var answer = http.SendAsync(request);
        await sent.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return answer;
    }

    public void LetGo() => go.TrySetResult();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            http.Dispose();
        base.Dispose(disposing);
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(body.AsMemory(0, body.Length / 2));
        await stream.FlushAsync();
        sent.TrySetResult();
        await go.Task;
        await stream.WriteAsync(body.AsMemory(body.Length / 2));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
