using System.ComponentModel;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using Monolith.Mcp.Forwarding;

namespace Monolith.Mcp.Tools;

/// <summary>What runs wait for people to say.</summary>
internal sealed class PeopleTools(ApiCaller api)
{
    private const string Pending = "pending";

    public Task<CallToolResult> ListDecisionsAsync(
        [Description("pending (the usual), escalated, approved, rejected, revised, aborted or voided; several separated by commas.")] string status = Pending,
        [Description("Of one run only, a UUID.")] Guid? runId = null,
        CancellationToken cancellationToken = default) =>
        api.AnswerAsync(ApiRequest.Get("/api/v1/decisions", ("status", status), ("runId", runId?.ToString())), cancellationToken);

    public Task<CallToolResult> DecideAsync(
        [Description("The decision's id, a UUID, from list_decisions.")] Guid decisionId,
        [Description("approve lets the stage go on; revise sends the proposal back; escalate hands it on; abort fails the stage.")] Verdict verdict,
        [Description("Why; kept with the decision.")] string? reason = null,
        [Description("To approve: which of the options.")] string? option = null,
        [Description("To approve: the sha256 of the subject that was looked at, so that nothing else is approved.")] string? subject = null,
        [Description("To revise: what is to be different.")] JsonObject? remark = null,
        CancellationToken cancellationToken = default)
    {
        var body = new JsonObject();
        foreach (var (name, value) in new[] { ("reason", reason), ("option", option), ("subject", subject) })
        {
            if (value is not null)
                body[name] = value;
        }

        if (remark is not null)
            body["remark"] = remark.DeepClone();
        return api.AnswerAsync(ApiRequest.Post($"/api/v1/decisions/{decisionId}/{verdict.ToString().ToLowerInvariant()}", body), cancellationToken);
    }

    public Task<CallToolResult> ListClarificationsAsync(
        [Description("pending (the usual), answered or expired; several separated by commas.")] string status = Pending,
        [Description("Of one run only, a UUID.")] Guid? runId = null,
        CancellationToken cancellationToken = default) =>
        api.AnswerAsync(ApiRequest.Get("/api/v1/clarifications", ("status", status), ("runId", runId?.ToString())), cancellationToken);

    public Task<CallToolResult> AnswerClarificationAsync(
        [Description("The clarification's id, a UUID, from list_clarifications.")] Guid clarificationId,
        [Description("By the questions' ids: text, a choice, true or false, or a number.")] JsonObject answers,
        CancellationToken cancellationToken = default) =>
        api.AnswerAsync(
            ApiRequest.Post($"/api/v1/clarifications/{clarificationId}/answers", new JsonObject { ["answers"] = answers.DeepClone() }), cancellationToken);
}
