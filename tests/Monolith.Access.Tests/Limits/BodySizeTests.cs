using System.Net.Http.Headers;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Limits;

[Collection(OneKeyedHost.Name)]
public sealed class BodySizeTests(KeyedHostFixture keyed)
{
    private const long Huge = 200L << 20;

    [Fact]
    public async Task Send_HugeBodyToEachRouteThatTakesOne_IsNotRead()
    {
        var routes = keyed.Host.Routes.SelectMany(Methods).ToList();
        var sent = 0L;
        using var http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = keyed.Host.Address };
        http.DefaultRequestHeaders.Authorization = keyed.Admin.Http.DefaultRequestHeaders.Authorization;

        foreach (var (method, path) in routes)
        {
            using var body = new Endless(size => sent += size);
            using var request = new HttpRequestMessage(method, path) { Content = body };
            request.Headers.ExpectContinue = true;
            using var answer = await http.SendAsync(request);

            // What takes no body does what it does; the body is not read.
            Assert.True(answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{method} {path}: {(int)answer.StatusCode}");
            Assert.True((int)answer.StatusCode < 500, $"{method} {path}: {(int)answer.StatusCode}");
        }

        Assert.True(routes.Count > 20, $"{routes.Count}");
        Assert.Equal(0, sent);
    }

    private static IEnumerable<(HttpMethod Method, string Path)> Methods(RouteEndpoint route) =>
        (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            .Where(method => method is "POST" or "PUT" or "PATCH" && RouteText.Of(route).StartsWith("/api/", StringComparison.Ordinal))
            .Select(method => (new HttpMethod(method), RouteText.Filled(route)));

    /// <summary>Says that it is huge, and counts what is asked of it.</summary>
    private sealed class Endless : HttpContent
    {
        private readonly Action<int> sends;

        public Endless(Action<int> sends)
        {
            this.sends = sends;
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            sends(1 << 16);
            await stream.WriteAsync(new byte[1 << 16]);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = Huge;
            return true;
        }
    }
}
