using System.Text.Json;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Expressions;

namespace Monolith.Pipelines.Definitions.Binding;

/// <summary>What a stage asks of people before it begins.</summary>
internal static class PeopleBinder
{
    public static DecisionDefinition? Decision(Field field)
    {
        if (field.IsAbsent || !field.IsObject("category", "title", "description", "confidence", "costPerMonth", "options", "environment", "budget"))
            return null;
        return new DecisionDefinition(DefinitionBinder.Id(field["category"]), field["title"].Text(required: true, most: 200))
        {
            Description = field["description"].Text(),
            Confidence = NumberOrExpression(field["confidence"], 1),
            CostPerMonth = NumberOrExpression(field["costPerMonth"], 1e9),
            Options = DefinitionBinder.Texts(field["options"], 20),
            Environment = field["environment"].IsAbsent ? null : DefinitionBinder.Id(field["environment"]),
            Budget = field["budget"].IsAbsent ? null : field["budget"].Number(0, 0, 1e9),
        };
    }

    public static ClarifyDefinition? Clarify(Field field)
    {
        if (field.IsAbsent || !field.IsObject("text", "acceptanceCriteria", "confidence"))
            return null;
        return new ClarifyDefinition(field["text"].Text(required: true), field["acceptanceCriteria"].Text(), NumberOrExpression(field["confidence"], 1));
    }

    private static string NumberOrExpression(Field field, double most)
    {
        if (field.Value.ValueKind == JsonValueKind.String && ExpressionText.HasExpression(field.Value.GetString()!))
            return field.Text();
        if (!field.IsAbsent)
            field.Number(0, 0, most);
        return field.IsAbsent ? "" : field.Value.GetRawText();
    }
}
