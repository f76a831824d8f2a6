using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Monolith.Kernel;
using Monolith.Triggers.Hooks.Signatures;

namespace Monolith.Triggers.Hooks.Sources;

internal sealed class GitHubSource : IHookSource
{
    public const string Named = "github";

    private const string Delivery = "X-GitHub-Delivery";
    private const string Event = "X-GitHub-Event";

    public string Name => Named;

    public bool IsGenuine(HookRequest request, string secrets, DateTimeOffset now) =>
        BodySignature.IsHmacOf(secrets, request.Header("X-Hub-Signature-256"), request.Body);

    public Result<HookMessage> Read(HookRequest request, string project)
    {
        if (request.Header(Delivery) is not { } id || request.Header(Event) is not { } name)
            return new Problem(ErrorCodes.ValidationError, $"Send the headers {Delivery} and {Event}, as GitHub does.", "headers");
        var payload = HookJson.Parse(PayloadOf(request));
        return payload.IsSuccess
            ? new HookMessage(id, GitHubPayload.Read(name, payload.Value)?.For(project, id)) { BodyHash = Convert.ToHexStringLower(SHA256.HashData(request.Body)) }
            : Result<HookMessage>.Failed(payload.Problems);
    }

    /// <summary>A webhook that was set up with the content type a form has puts the JSON into one field.</summary>
    private static byte[] PayloadOf(HookRequest request) => request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
        && QueryHelpers.ParseQuery(Encoding.UTF8.GetString(request.Body)).TryGetValue("payload", out var field)
            ? Encoding.UTF8.GetBytes(field.ToString())
            : request.Body;
}
