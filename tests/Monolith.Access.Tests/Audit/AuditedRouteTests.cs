using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Audit;

[Collection(OneKeyedHost.Name)]
public sealed class AuditedRouteTests(KeyedHostFixture keyed)
{
    private static readonly string[] Reading = ["GET", "HEAD", "OPTIONS"];

    [Fact]
    public void Routes_ThatChangeAnything_EachSaysWhatItIsInTheTrail()
    {
        Assert.NotEmpty(Changing());
        Assert.All(Changing(), route => Assert.True(
            route.Metadata.GetMetadata<AuditedAction>() is not null,
            $"{route.DisplayName} says nothing: add .Audited(\"noun.verb\") to it, or NotAudited() when it changes nothing."));
    }

    [Fact]
    public async Task Call_OfEachThatChangesAnything_LeavesAnEntryWithItsResult()
    {
        foreach (var route in Changing())
        {
            var action = route.Metadata.GetMetadata<AuditedAction>()!.Action;
            if (action.Length == 0)
                continue;
            var before = await LastAsync(action);
            var method = route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is [var only] ? only : "POST";
            using var answer = await keyed.Admin.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), RouteText.Filled(route)));

            Assert.True(await LastAsync(action) > before, $"{route.DisplayName} left no entry {action}.");
            var entry = (await keyed.Admin.EntriesAsync($"action={action}&limit=1"))[0];
            Assert.Equal(((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture), entry.Text("result"));
        }
    }

    private IEnumerable<RouteEndpoint> Changing() => keyed.Host.Routes.Where(route =>
        route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Except(Reading).Any());

    private async Task<long> LastAsync(string action) =>
        await keyed.Admin.EntriesAsync($"action={action}&limit=1") is [var entry] ? entry.GetProperty("number").GetInt64() : 0;
}
