using System.ComponentModel;
using ModelContextProtocol.Protocol;
using Monolith.Mcp.Forwarding;

namespace Monolith.Mcp.Tools;

/// <summary>What can be run, and what runs it.</summary>
internal sealed class PipelineTools(ApiCaller api)
{
    public Task<CallToolResult> ListPipelinesAsync(
        [Description("Of one project only.")] string? project = null, CancellationToken cancellationToken = default) =>
        api.AnswerAsync(ApiRequest.Get("/api/v1/pipelines", ("project", project)), cancellationToken);

    public Task<CallToolResult> ListAgentsAsync(CancellationToken cancellationToken = default) =>
        api.AnswerAsync(ApiRequest.Get("/api/v1/agents"), cancellationToken);
}
