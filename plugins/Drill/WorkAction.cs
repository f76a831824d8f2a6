using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.Drill;

/// <summary>Notes that it began, takes its time, notes that it ended; its outputs name the execution.</summary>
internal sealed class WorkAction : IPluginAction
{
    private const int UsualLongest = 300;

    public AgentAction Description { get; } = new("work", "Works for a moment and notes the execution in a journal of files.", """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["journal"],
          "properties": {
            "journal": {
              "type": "string", "minLength": 1,
              "description": "The folder of the journal; it must be there."
            },
            "longest": {
              "type": "integer", "minimum": 0, "maximum": 60000,
              "description": "How long the work takes at most, in milliseconds; 300 by default."
            },
            "seed": {
              "type": "integer",
              "description": "From it and the stage's id follows how long the work takes."
            },
            "failures": {
              "type": "integer", "minimum": 0,
              "description": "So many attempts fail, retryably, before one succeeds; 0 by default."
            }
          }
        }
        """);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var journal = context.Parameters.RequiredText("journal");
        var execution = Guid.CreateVersion7(context.Time.GetUtcNow()).ToString();
        ExecutionFile.Note(journal, "began", context, execution);
        await Task.Delay(Duration(context.Parameters, context.StageId), context.Time, cancellationToken);
        if (context.Attempt <= (context.Parameters.Integer("failures") ?? 0))
        {
            return AgentResult.Failure(AgentErrorCodes.TaskExecutionFailed, "It was told to fail this attempt.", retryable: true);
        }

        ExecutionFile.Note(journal, "ended", context, execution);
        return AgentResult.Success() with { Outputs = new JsonObject { ["execution"] = execution } };
    }

    private static TimeSpan Duration(JsonElement parameters, string stage)
    {
        var longest = parameters.Integer("longest") ?? UsualLongest;
        var seed = stage.Aggregate(parameters.Integer("seed") ?? 0, (hash, letter) => unchecked((hash * 31) + letter));
        return TimeSpan.FromMilliseconds(new Random(seed).Next(longest + 1));
    }
}
