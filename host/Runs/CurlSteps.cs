using System.Text.Json.Nodes;
using Monolith.Client;
using Monolith.Client.Watching;

namespace Monolith.Host.Runs;

/// <summary>What is told to type where there is this host and nothing else: curl.</summary>
/// <param name="address">Where the host answers, or will.</param>
/// <param name="signsIn">Whether people have to sign in there.</param>
/// <param name="isLeft">Whether this host ends without waiting for people.</param>
internal sealed class CurlSteps(string address, bool signsIn, bool isLeft) : INextSteps
{
    private const string UsualAddress = "http://localhost:8080";
    private const string Key = "\"Authorization: Bearer $MONOLITH_KEY\"";

    public string AfterStop(Guid run) => "Stopped before the run was over. The host's next start on this data folder goes on with it.";

    public string Waits(string stage, string what) => isLeft
        ? $"{stage} waits for a {what}, and the run in the store. Start the host by dotnet run --project host, which goes on with it."
        : $"{stage} waits for a {what}.";

    public IEnumerable<string> Decide(DecisionResponse decision, string? option)
    {
        var body = new JsonObject { ["reason"] = "Looks right" };
        if (option is not null)
            body["option"] = option;
        yield return Curl($"decisions/{decision.Id}/approve", decision.Approvers is [var first, ..] ? first : "me", body);
        yield return "With /revise instead of /approve it is sent back with the reason, with /abort it ends there.";
    }

    public string Answer(ClarificationResponse clarification, JsonObject answers) =>
        Curl($"clarifications/{clarification.Id}/answers", "me", new JsonObject { ["answers"] = answers });

    // Quotes in JSON are written as \u0027, and a name is quoted: nothing that a model or a policy says becomes a command.
    private string Curl(string path, string person, JsonObject body) =>
        $"  curl -X POST '{(isLeft ? UsualAddress : address)}/api/v1/{path}' -H {(signsIn ? Key : Shell.Quoted($"x-user-id: {PersonWait.Plain(person)}"))} "
        + $"-H 'Content-Type: application/json' -d {Shell.Quoted(body.ToJsonString())}";
}
