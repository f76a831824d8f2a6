using System.Net;
using System.Text.Json;
using Monolith.Fuzzing.Tests.Inputs;
using Monolith.Fuzzing.Tests.Running;

namespace Monolith.Fuzzing.Tests.Http;

[Collection(OneFuzzedHost.Name)]
public sealed class RequestFuzzTests(FuzzHostFixture host)
{
    [Fact]
    public async Task Send_AnyRequest_IsAnsweredAndNeverByAFaultOfTheHost()
    {
        Fuzz.RunAsync("request over HTTP", RequestText.Samples(host.Run), SendAsync, share: 0.5);

        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/health/ready")).StatusCode);
    }

    private async Task<bool> SendAsync(Mutant mutant)
    {
        using var request = RequestText.Read(mutant);
        if (request is null || await AnswerAsync(request) is not { } answer)
            return false;

        using (answer)
        {
            Assert.InRange((int)answer.StatusCode, 200, 499);
            if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
                await CheckAsync(answer);
            return answer.IsSuccessStatusCode;
        }
    }

    /// <returns>Null when the client itself would not send it.</returns>
    private async Task<HttpResponseMessage?> AnswerAsync(HttpRequestMessage request)
    {
        try
        {
            return await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        }
        catch (HttpRequestException notSent) when (notSent.HttpRequestError is not (HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse or HttpRequestError.ConnectionError))
        {
            return null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static async Task CheckAsync(HttpResponseMessage answer)
    {
        var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("code").GetString()), problem.ToString());
        Assert.DoesNotContain("   at ", problem.ToString(), StringComparison.Ordinal);
    }
}
