namespace Monolith.Models.Api.Http;

/// <summary>What a run asked of models. A run that asked nothing, or that nobody knows, has no calls.</summary>
/// <param name="SpentUsd">US dollars, of all calls.</param>
/// <param name="InputTokens">Of all calls.</param>
/// <param name="OutputTokens">Of all calls.</param>
/// <param name="Budgets">That its calls fell under, the widest first.</param>
/// <param name="Calls">The oldest first, at most 1,000.</param>
internal sealed record RunModelsResponse(
    decimal SpentUsd, long InputTokens, long OutputTokens, IReadOnlyList<BudgetResponse> Budgets, IReadOnlyList<ModelCallResponse> Calls);

/// <summary>One budget.</summary>
/// <param name="Kind"><c>tenant</c>, <c>pipeline</c>, <c>run</c>, <c>stage</c> or <c>agent</c>.</param>
/// <param name="Scope">Its kind and what it is of, such as <c>stage/{run}/{stage}</c> or <c>tenant/default/{day}</c>.</param>
/// <param name="LimitUsd">US dollars; null without a limit.</param>
/// <param name="SpentUsd">US dollars charged.</param>
/// <param name="ReservedUsd">US dollars set aside for calls under way.</param>
internal sealed record BudgetResponse(string Kind, string Scope, decimal? LimitUsd, decimal SpentUsd, decimal ReservedUsd);

/// <summary>One call of one provider.</summary>
/// <param name="Id">The call's id.</param>
/// <param name="Stage">The stage that asked.</param>
/// <param name="Attempt">Which attempt of it.</param>
/// <param name="Agent">The agent that asked.</param>
/// <param name="Purpose">What for, in the agent's words.</param>
/// <param name="RequestHash">SHA-256 of what was sent.</param>
/// <param name="Provider">Whom it was sent to.</param>
/// <param name="Model">The configured model.</param>
/// <param name="Status"><c>reserved</c> while it is under way, <c>ok</c>, <c>failed</c>, or <c>unknown</c> when the provider may have done it.</param>
/// <param name="Error">Why there is no answer.</param>
/// <param name="InputTokens">As the provider counted them.</param>
/// <param name="OutputTokens">As the provider counted them.</param>
/// <param name="CostUsd">US dollars charged.</param>
/// <param name="LatencyMs">Milliseconds to the last byte.</param>
/// <param name="CreatedAt">When it was begun.</param>
internal sealed record ModelCallResponse(
    Guid Id,
    string Stage,
    int Attempt,
    string Agent,
    string? Purpose,
    string RequestHash,
    string Provider,
    string Model,
    string Status,
    string? Error,
    long InputTokens,
    long OutputTokens,
    decimal CostUsd,
    long? LatencyMs,
    DateTimeOffset CreatedAt);
