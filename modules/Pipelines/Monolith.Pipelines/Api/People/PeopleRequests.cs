using System.Text.Json;

namespace Monolith.Pipelines.Api.People;

/// <summary>What a person says to a decision. Who they are is the header <c>x-user-id</c>.</summary>
/// <param name="Reason">Why; up to 2,000 characters.</param>
/// <param name="Option">To approve: which of the options; the first when absent.</param>
/// <param name="Subject">To approve: the SHA-256 of what was looked at; refused when it is about something else by now.</param>
/// <param name="Remark">To revise: what is to be different, an object; the agent sees it.</param>
internal sealed record DecideRequest(string? Reason, string? Option, string? Subject, JsonElement? Remark);

/// <summary>Answers to a clarification.</summary>
/// <param name="Answers">An object by the questions' ids: text, a choice, true or false, or a number.</param>
internal sealed record AnswerRequest(JsonElement Answers);
