using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Workers.Protocol;

/// <summary>What a result asks of people.</summary>
internal static class PeopleMessage
{
    public static void Write(Utf8JsonWriter json, AgentDecision proposal)
    {
        json.WriteStartObject("proposal");
        json.WriteString("category", proposal.Category);
        json.WriteString("title", proposal.Title);
        json.WriteString("description", proposal.Description);
        Write(json, "confidence", proposal.Confidence);
        Write(json, "costPerMonth", proposal.CostPerMonth);
        Write(json, "budget", proposal.Budget);
        Write(json, "options", proposal.Options);
        if (proposal.Environment is { } environment)
            json.WriteString("environment", environment);
        Write(json, "evidence", proposal.Evidence);
        Write(json, "plan", proposal.Plan);
        Write(json, "files", proposal.Files);
        json.WriteEndObject();
    }

    public static AgentDecision Proposal(JsonElement proposal) => new(Wire.Text(proposal, "category"), Wire.Text(proposal, "title"))
    {
        Description = Wire.OptionalText(proposal, "description") ?? "",
        Confidence = Wire.OptionalDouble(proposal, "confidence"),
        CostPerMonth = Wire.OptionalDouble(proposal, "costPerMonth"),
        Budget = Wire.OptionalDouble(proposal, "budget"),
        Options = Wire.Texts(proposal, "options"),
        Environment = Wire.OptionalText(proposal, "environment"),
        Evidence = Wire.Node(proposal, "evidence"),
        Plan = Wire.Node(proposal, "plan"),
        Files = Wire.Texts(proposal, "files"),
    };

    public static void Write(Utf8JsonWriter json, IReadOnlyList<AgentQuestion> questions)
    {
        json.WriteStartArray("questions");
        foreach (var question in questions)
        {
            json.WriteStartObject();
            json.WriteString("id", question.Id);
            json.WriteString("type", Camel(question.Type.ToString()));
            json.WriteString("text", question.Text);
            Write(json, "choices", question.Choices);
            Write(json, "least", question.Least);
            Write(json, "most", question.Most);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static AgentQuestion Question(JsonElement question) => new(Wire.Text(question, "id"), Type(Wire.Text(question, "type")), Wire.Text(question, "text"))
    {
        Choices = Wire.Texts(question, "choices"),
        Least = Wire.OptionalDouble(question, "least"),
        Most = Wire.OptionalDouble(question, "most"),
    };

    private static AgentQuestionType Type(string name) => Enum.GetValues<AgentQuestionType>().Where(type => Camel(type.ToString()) == name).Cast<AgentQuestionType?>().FirstOrDefault()
        ?? throw new WireException($"sent a question of the type '{name}'; there are openText, multipleChoice, yesNo and numeric");

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    // What is no number is refused by the boundary, which must hear of it.
    private static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, double.IsFinite(number) ? number : double.MaxValue);
    }

    private static void Write(Utf8JsonWriter json, string name, JsonNode? value)
    {
        if (value is null)
            return;
        json.WritePropertyName(name);
        value.WriteTo(json);
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string>? texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts ?? [])
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
