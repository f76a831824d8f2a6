namespace Monolith.Agents.Sdk;

/// <summary>Something that an agent wants to know.</summary>
/// <param name="Id">Lower-case letters, digits, hyphens and underscores; unique among its questions. The answer is found by it.</param>
/// <param name="Type">What kind of answer it takes.</param>
/// <param name="Text">The question.</param>
public sealed record AgentQuestion(string Id, AgentQuestionType Type, string Text)
{
    /// <summary>Of a multiple choice: at least two.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Of a number: the least; null for none.</summary>
    public double? Least { get; init; }

    /// <summary>Of a number: the greatest; null for none.</summary>
    public double? Most { get; init; }
}

/// <summary>What kind of answer a question takes.</summary>
public enum AgentQuestionType
{
    /// <summary>Text.</summary>
    OpenText,

    /// <summary>One of its choices.</summary>
    MultipleChoice,

    /// <summary>true or false.</summary>
    YesNo,

    /// <summary>A number.</summary>
    Numeric,
}
