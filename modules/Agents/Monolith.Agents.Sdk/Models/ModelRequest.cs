namespace Monolith.Agents.Sdk;

/// <summary>A question to a language model.</summary>
/// <param name="Messages">The conversation, oldest first; at least one, and the last is the user's or a tool's.</param>
public sealed record ModelRequest(params IReadOnlyList<ModelMessage> Messages)
{
    /// <summary>What the model is to be and how it is to answer; null for nothing.</summary>
    public string? System { get; init; }

    /// <summary>
    /// A JSON Schema as text. The answer is then one JSON value, held against the schema; a model whose answer does not fit is
    /// told why and asked once more. Null for free text.
    /// </summary>
    public string? Schema { get; init; }

    /// <summary>What the model may ask the agent to do.</summary>
    public IReadOnlyList<ModelTool> Tools { get; init; } = [];

    /// <summary>The longest answer, in tokens, 1 to 200,000. The budget has to hold all of them before the call is made.</summary>
    public int MaxTokens { get; init; } = 4096;

    /// <summary>What it is for, in a few words; shown beside the call.</summary>
    public string? Purpose { get; init; }

    /// <summary>
    /// Hears the answer's text piece by piece while it comes. It hears the text from its beginning again when a call that broke
    /// off is repeated. Null waits for the whole.
    /// </summary>
    public Action<string>? OnText { get; init; }
}
