using System.Text;
using System.Text.Json.Nodes;
using Monolith.Plugins.Deployment.Targets.Containers;

namespace Monolith.Plugins.Deployment.Images;

internal sealed class PushAction : IPluginAction
{
    public AgentAction Description { get; } = new("push", "Pushes a container image to its registry.", ImageSchema.Push);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var image = context.Parameters.RequiredText("image");
        if (!AuthOf(context).Try(out var auth, out var failure))
        {
            return failure;
        }

        using var engine = await EngineSocket.OpenAsync(context, context.Parameters.Text("socket"), cancellationToken);
        var query = context.Parameters.Flag("insecure") ? "?tlsVerify=false" : "";
        using var reply = await engine.SendAsync(HttpMethod.Post, $"/images/{image}/push{query}", content: null, [], cancellationToken, auth);
        var digest = await EngineProgress.FollowAsync(context, reply, $"Pushing '{image}'", cancellationToken);
        return AgentResult.Success() with { Outputs = new JsonObject { ["image"] = image, ["digest"] = digest } };
    }

    private static Outcome<string> AuthOf(IAgentContext context)
    {
        var auth = new JsonObject();
        if (context.Parameters.Text("username") is { } username)
        {
            var secret = context.Parameters.Text("passwordSecret") ?? "";
            if (context.Secrets.Find(secret) is not { } password)
            {
                return Failed.Validation($"There is no secret '{secret}': passwordSecret must name one that the stage declares and a store holds.");
            }

            auth["username"] = username;
            auth["password"] = password;
        }

        return Convert.ToBase64String(Encoding.UTF8.GetBytes(auth.ToJsonString())).Replace('+', '-').Replace('/', '_');
    }
}
