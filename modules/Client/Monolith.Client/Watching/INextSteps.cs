using System.Text.Json.Nodes;

namespace Monolith.Client.Watching;

/// <summary>What a person is told to type next. It differs with what the person has at hand.</summary>
internal interface INextSteps
{
    /// <param name="run">The run that is told no further.</param>
    string AfterStop(Guid run);

    /// <param name="stage">The stage that waits.</param>
    /// <param name="what">decision or clarification.</param>
    string Waits(string stage, string what);

    /// <param name="decision">The decision.</param>
    /// <param name="option">What to choose, where there is something to choose from.</param>
    /// <returns>How to approve it, and what else there is.</returns>
    IEnumerable<string> Decide(DecisionResponse decision, string? option);

    /// <param name="clarification">The questions.</param>
    /// <param name="answers">An example of answers.</param>
    string Answer(ClarificationResponse clarification, JsonObject answers);
}
