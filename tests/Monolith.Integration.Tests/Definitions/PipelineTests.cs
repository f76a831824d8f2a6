using System.Net;
using System.Net.Http.Headers;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Definitions;

[Collection(OneHost.Name)]
public sealed class PipelineTests(HostFixture host)
{
    [Fact]
    public async Task Put_NewChangedSame_CountsVersions()
    {
        var first = await PutAsync("versions", "one");
        var second = await PutAsync("versions", "two");
        var same = await PutAsync("versions", "two");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (second.StatusCode, second.Headers.ETag!.Tag));
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (same.StatusCode, same.Headers.ETag!.Tag));
        var old = await host.Http.JsonAsync("/api/v1/pipelines/versions?version=1");
        Assert.Equal("one", old.GetProperty("description").GetString());
    }

    [Fact]
    public async Task Put_StaleIfMatch_IsRefused()
    {
        await PutAsync("matched", "one");
        await PutAsync("matched", "two");

        var stale = await PutAsync("matched", "three", ifMatch: "\"1\"");
        var fresh = await PutAsync("matched", "three", ifMatch: "\"2\"");

        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
    }

    [Fact]
    public async Task Put_IfMatchAnyOnAPipelineThatIsNotThere_IsRefused()
    {
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync("absent", "one", ifMatch: "*")).StatusCode);
        await PutAsync("absent", "one");
        Assert.Equal(HttpStatusCode.OK, (await PutAsync("absent", "two", ifMatch: "*")).StatusCode);
    }

    [Fact]
    public async Task Put_IfNoneMatchOnAPipelineThatIsThere_IsRefusedByThatName()
    {
        await PutAsync("present", "one");
        using var request = Api.Yaml(HttpMethod.Put, "/api/v1/pipelines/present", Yaml("present", "two"));
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");

        using var answer = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Equal("If-None-Match", (await answer.JsonAsync()).GetProperty("errors")[0].GetProperty("path").GetString());
    }

    [Fact]
    public async Task Get_AsYaml_IsTheAuthorsText()
    {
        await PutAsync("text", "kept # with its comment");

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/pipelines/text");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/yaml"));
        using var response = await host.Http.SendAsync(request);

        Assert.Equal(Yaml("text", "kept # with its comment"), await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Delete_Stored_NoNewRunsByTheNameAndVersionsGoOn()
    {
        await PutAsync("gone", "one");

        Assert.Equal(HttpStatusCode.NoContent, (await host.Http.DeleteAsync("/api/v1/pipelines/gone")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/api/v1/pipelines/gone")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.DeleteAsync("/api/v1/pipelines/gone")).StatusCode);
        var again = await PutAsync("gone", "two");
        Assert.Equal((HttpStatusCode.Created, "\"2\""), (again.StatusCode, again.Headers.ETag!.Tag));
    }

    [Fact]
    public async Task Put_OtherNameThanAddress_IsRefused()
    {
        using var response = await host.Http.SendAsync(Api.Yaml(HttpMethod.Put, "/api/v1/pipelines/here", Yaml("there", "x")));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task List_StoredPipelines_AreThere()
    {
        await PutAsync("listed", "one");

        var list = await host.Http.JsonAsync("/api/v1/pipelines");

        Assert.Contains(list.GetProperty("pipelines").EnumerateArray(), p => p.GetProperty("name").GetString() == "listed");
    }

    private async Task<HttpResponseMessage> PutAsync(string name, string description, string? ifMatch = null)
    {
        var request = Api.Yaml(HttpMethod.Put, $"/api/v1/pipelines/{name}", Yaml(name, description));
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await host.Http.SendAsync(request);
    }

    private static string Yaml(string name, string description) =>
        $"name: {name}\ndescription: {description}\nstages: [{{ id: a, agent: recorder, action: noop }}]\n";
}
