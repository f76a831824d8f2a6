using System.Security.Cryptography;
using Monolith.Kernel;
using Monolith.Triggers.Hooks.Signatures;

namespace Monolith.Triggers.Hooks.Sources;

internal sealed class GitLabSource : IHookSource
{
    public const string Named = "gitlab";

    private static readonly string[] Ids = [StandardSignature.Id, "Idempotency-Key", "X-Gitlab-Event-UUID"];

    public string Name => Named;

    /// <summary>A signature, where GitLab sends one, is what counts: a token in clear proves nothing of the body.</summary>
    public bool IsGenuine(HookRequest request, string secrets, DateTimeOffset now) => request.Header(StandardSignature.Signature) is not null
        ? StandardSignature.IsGenuine(request, secrets, now)
        : BodySignature.IsToken(secrets, request.Header("X-Gitlab-Token"));

    public Result<HookMessage> Read(HookRequest request, string project)
    {
        var payload = HookJson.Parse(request.Body);
        if (!payload.IsSuccess)
            return Result<HookMessage>.Failed(payload.Problems);
        // Versions before 15 send no id.
        var id = Ids.Select(request.Header).FirstOrDefault(header => header is not null) ?? Convert.ToHexStringLower(SHA256.HashData(request.Body));
        return new HookMessage(id, GitLabPayload.Read(payload.Value)?.For(project, id));
    }
}
