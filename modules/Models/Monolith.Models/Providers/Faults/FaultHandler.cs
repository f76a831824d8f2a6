using System.Globalization;
using System.Net;
using System.Text;

namespace Monolith.Models.Providers.Faults;

/// <summary>
/// Under every provider's library: tells by the exchange itself what went wrong, which the libraries report in five ways or not
/// at all, and lets no answer grow without end.
/// </summary>
internal sealed class FaultHandler(string? apiKey, TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int LongestReason = 500;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await ExchangeAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            using (response)
                throw await RefusalAsync(response, cancellationToken);
        }

        var content = new StreamContent(new BoundedStream(await response.Content.ReadAsStreamAsync(cancellationToken)));
        foreach (var header in response.Content.Headers)
            content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        response.Content = content;
        return response;
    }

    private async Task<HttpResponseMessage> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            throw new ProviderFault(FaultKind.Unavailable, $"It cannot be reached: {fault.Message}", fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new ProviderFault(FaultKind.CutOff, $"The connection broke off before it answered: {fault.Message}", fault);
        }
    }

    private async Task<ProviderFault> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var kind = response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => FaultKind.RateLimited,
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => FaultKind.Unavailable,
            _ => FaultKind.Refused,
        };
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        var reason = await ReasonAsync(response, cancellationToken);
        return new ProviderFault(kind, reason.Length == 0 ? $"It answered {status}." : $"It answered {status}: {reason}") { RetryAfter = RetryAfterOf(response) };
    }

    /// <summary>The beginning of the body on one line. Some providers repeat the key they refuse.</summary>
    private async Task<string> ReasonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = new byte[LongestReason * 2];
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            var words = Encoding.UTF8.GetString(bytes, 0, length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var text = string.Join(' ', words);
            if (apiKey is { Length: > 0 })
                text = text.Replace(apiKey, "***", StringComparison.Ordinal);
            return text.Length > LongestReason ? text[..LongestReason] + " …" : text;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return "";
        }
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response)
    {
        var after = response.Headers.RetryAfter;
        var wait = after?.Delta ?? (after?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
