using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using Monolith.Mcp.Forwarding;

namespace Monolith.Mcp.Tools;

/// <summary>Runs are begun and looked at.</summary>
internal sealed class RunTools(ApiCaller api)
{
    private const int UsualLines = 200;
    private const int MostLines = 2_000;

    public Task<CallToolResult> StartRunAsync(
        [Description("A stored pipeline's name, from list_pipelines.")] string pipeline,
        [Description("What the pipeline's inputs ask for, by name.")] JsonObject? inputs = null,
        [Description("Up to 32 names and values of text, to find the run by.")] JsonObject? labels = null,
        [Description("The project; needed by callers of several.")] string? project = null,
        [Description("The same key and arguments give the same run, so a call can be repeated safely.")] string? idempotencyKey = null,
        CancellationToken cancellationToken = default)
    {
        var body = new JsonObject { ["pipeline"] = pipeline };
        if (inputs is not null)
            body["inputs"] = inputs.DeepClone();
        if (labels is not null)
            body["labels"] = labels.DeepClone();
        return api.AnswerAsync(ApiRequest.Post("/api/v1/runs", body, ("project", project)) with { IdempotencyKey = idempotencyKey }, cancellationToken);
    }

    public Task<CallToolResult> GetRunAsync([Description("The run's id, a UUID.")] Guid runId, CancellationToken cancellationToken = default) =>
        api.AnswerAsync(ApiRequest.Get($"/api/v1/runs/{runId}"), cancellationToken);

    public Task<CallToolResult> ReadLogAsync(
        [Description("The run's id, a UUID.")] Guid runId,
        [Description("The stage's id in the run.")] string stage,
        [Description("From 1; all attempts when absent.")] int? attempt = null,
        [Description("How many of its last lines, 1 to 2000.")] int lines = UsualLines,
        CancellationToken cancellationToken = default)
    {
        var request = ApiRequest.Get($"/api/v1/runs/{runId}/stages/{ApiRequest.Segment(stage)}/log", ("attempt", attempt?.ToString(CultureInfo.InvariantCulture)));
        return api.SendAsync(
            request with { Accept = "text/plain" },
            async (status, body) => status < 400
                ? ToolAnswer.Text(await LastLines.ReadAsync(body, Math.Clamp(lines, 1, MostLines), cancellationToken))
                : ToolAnswer.Of(status, await ToolAnswer.TextAsync(body, cancellationToken)),
            cancellationToken);
    }
}
