namespace Monolith.Pipelines.Decisions.Clarity;

/// <summary>Something a stage asks.</summary>
/// <param name="Id">Letters, digits, hyphens and underscores; unique in its clarification. Answers are found by it.</param>
/// <param name="Type">What kind of answer it takes.</param>
/// <param name="Text">The question.</param>
internal sealed record Question(string Id, QuestionType Type, string Text)
{
    /// <summary>Of a multiple choice: what there is to choose from.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>Of a number: the least.</summary>
    public double? Least { get; init; }

    /// <summary>Of a number: the greatest.</summary>
    public double? Most { get; init; }
}

/// <summary>What kind of answer a question takes.</summary>
internal enum QuestionType
{
    /// <summary>Any text that is not empty.</summary>
    OpenText,

    /// <summary>One of its choices.</summary>
    MultipleChoice,

    /// <summary>true or false.</summary>
    YesNo,

    /// <summary>A number within its bounds.</summary>
    Numeric,
}
