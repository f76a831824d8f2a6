using System.Net;
using System.Text;

namespace Monolith.Plugins.Http.Calls;

/// <summary>Makes calls for one execution, to where the host lets it: no cookies, redirects only where asked for.</summary>
/// <param name="context">Of the execution.</param>
/// <param name="ownPort">Where a program of the stage itself listens.</param>
internal sealed class HttpCaller(IAgentContext context, int? ownPort = null) : IDisposable
{
    private const int MostBody = 4 * 1024 * 1024;

    private readonly TimeProvider time = context.Time;
    private readonly HttpClient direct = Client(context.CreateHttpHandler(ownPort), followRedirects: false);
    private readonly HttpClient following = Client(context.CreateHttpHandler(ownPort), followRedirects: true);

    public async Task<CallResult> CallAsync(CallSpec call, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(call.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var reply = await SendAsync(call, either.Token);
            var faults = call.Expected.Faults(reply);
            var fault = new CallFault(CallFaultKind.Unexpected, string.Join("; ", faults))
            {
                RetryAfter = call.Expected.IsStatusFine(reply.Status) ? null : RetryAfter.Of(reply, time.GetUtcNow()),
            };
            return new CallResult(call, reply, faults.Count == 0 ? null : fault);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var message = $"no answer within {DurationText.Format(call.Timeout)}";
            return new CallResult(call, Reply: null, new CallFault(CallFaultKind.TimedOut, message));
        }
        catch (HttpRequestException fault) when (fault.InnerException is AddressRefusedException refused)
        {
            return new CallResult(call, Reply: null, new CallFault(CallFaultKind.Refused, refused.Message));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            var why = fault.InnerException?.Message ?? fault.Message;
            var server = call.Url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
            var message = $"no answer from {server}: {why}";
            return new CallResult(call, Reply: null, new CallFault(CallFaultKind.Unreachable, message));
        }
    }

    public void Dispose()
    {
        direct.Dispose();
        following.Dispose();
    }

    private async Task<CallReply> SendAsync(CallSpec call, CancellationToken cancellationToken)
    {
        using var request = Request(call);
        var started = time.GetTimestamp();
        using var response = await (call.FollowRedirects ? following : direct)
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var body = await BodyAsync(response, cancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers).GroupBy(header => header.Key.ToLowerInvariant())
            .ToDictionary(group => group.Key, group => string.Join(", ", group.SelectMany(header => header.Value)));
        return new CallReply((int)response.StatusCode, headers, body, time.GetElapsedTime(started));
    }

    private static HttpRequestMessage Request(CallSpec call)
    {
        var request = new HttpRequestMessage(call.Method, call.Url);
        if (call.Body is not null)
        {
            request.Content = new ByteArrayContent(call.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", call.BodyType);
        }

        foreach (var (name, value) in call.Headers)
        {
            if (request.Content is { } content && name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            {
                content.Headers.Remove(name);
                content.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    private static async Task<string> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (body.Length < MostBody && await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            body.Write(buffer, 0, (int)Math.Min(read, MostBody - body.Length));
        }

        return Encoding(response).GetString(body.GetBuffer(), 0, (int)body.Length);
    }

    private static Encoding Encoding(HttpResponseMessage response)
    {
        try
        {
            return System.Text.Encoding.GetEncoding(response.Content.Headers.ContentType?.CharSet?.Trim('"') ?? "utf-8");
        }
        catch (ArgumentException)
        {
            return System.Text.Encoding.UTF8;
        }
    }

    private static HttpClient Client(SocketsHttpHandler handler, bool followRedirects)
    {
        handler.AllowAutoRedirect = followRedirects;
        handler.MaxAutomaticRedirections = 10;
        handler.AutomaticDecompression = DecompressionMethods.All;
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
