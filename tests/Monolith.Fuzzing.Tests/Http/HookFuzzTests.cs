using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Monolith.Fuzzing.Tests.Inputs;
using Monolith.Fuzzing.Tests.Running;

namespace Monolith.Fuzzing.Tests.Http;

/// <summary>Bodies of senders who know the secret, and send anything.</summary>
[Collection(OneFuzzedHost.Name)]
public sealed class HookFuzzTests(FuzzHostFixture host)
{
    private static readonly byte[] Key = Convert.FromBase64String(FuzzHostFixture.HookSecret["whsec_".Length..]);

    [Theory]
    [InlineData("github", "github-*.json", "application/json")]
    [InlineData("gitlab", "gitlab-*.json", "application/json")]
    [InlineData("generic", "cloudevent*.json", "application/cloudevents+json")]
    public void Send_AnyBody_IsKeptOrRefusedAndNeverAFaultOfTheHost(string source, string samples, string contentType) =>
        Fuzz.RunAsync($"webhook of {source}", Samples.All(samples, "hooks"), async mutant =>
        {
            using var request = Signed(source, contentType, mutant.Bytes);
            using var answer = await host.Http.SendAsync(request);
            Assert.True((int)answer.StatusCode is 202 or 400, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            return answer.IsSuccessStatusCode;
        }, share: 0.1);

    private static HttpRequestMessage Signed(string source, string contentType, byte[] body)
    {
        var (id, now) = (Guid.NewGuid().ToString(), TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        byte[] content = [.. Encoding.UTF8.GetBytes($"{id}.{now}."), .. body];
        return new HttpRequestMessage(HttpMethod.Post, $"/api/v1/hooks/{source}")
        {
            Content = new ByteArrayContent(body) { Headers = { { "Content-Type", contentType } } },
            Headers =
            {
                { "X-GitHub-Delivery", id },
                { "X-GitHub-Event", body.Length % 2 == 0 ? "push" : "pull_request" },
                { "X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(FuzzHostFixture.HookSecret), body))}" },
                { "webhook-id", id },
                { "webhook-timestamp", now },
                { "webhook-signature", $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Key, content))}" },
            },
        };
    }
}
