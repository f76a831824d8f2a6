using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Limits;

[Collection(OneKeyedHost.Name)]
public sealed class BodySizeTests(KeyedHostFixture keyed)
{
    private const long Huge = 200L << 20;

    [Fact]
    public async Task Send_HugeBodyToEachRouteThatTakesOne_IsRefusedBeforeItIsRead()
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

            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{method} {path}: {(int)answer.StatusCode}");
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }

        Assert.True(routes.Count > 10, $"{routes.Count}");
        Assert.Equal(0, sent);
    }

    private static IEnumerable<(HttpMethod Method, string Path)> Methods(RouteEndpoint route) =>
        (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            .Where(method => method is "POST" or "PUT" or "PATCH" && route.Metadata.GetMetadata<IAcceptsMetadata>() is not null && RouteText.Of(route).StartsWith("/api/", StringComparison.Ordinal))
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
