using System.Net;
using System.Threading.Channels;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Notifications;

/// <summary>What webhooks are sent to.</summary>
internal sealed class WebhookReceiver : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Channel<Webhook> received = Channel.CreateUnbounded<Webhook>();
    private int count;

    /// <param name="answer">Given how many requests came before.</param>
    public WebhookReceiver(Action<int, HttpListenerResponse> answer)
    {
        Address = $"http://127.0.0.1:{FreePort.Find()}/";
        listener.Prefixes.Add(Address);
        listener.Start();
        _ = ReceiveAsync(answer);
    }

    public string Address { get; }

    public Task<Webhook> NextAsync() => received.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(120));

    public void Dispose() => listener.Close();

    private async Task ReceiveAsync(Action<int, HttpListenerResponse> answer)
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                answer(count++, context.Response);
                context.Response.Close();
                var headers = context.Request.Headers;
                received.Writer.TryWrite(new Webhook(headers["webhook-id"]!, headers["webhook-timestamp"]!, headers["webhook-signature"]!, body.ToArray()));
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}

internal sealed record Webhook(string Id, string Timestamp, string Signature, byte[] Body);
