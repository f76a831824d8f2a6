namespace Monolith.Agents.Sdk;

/// <summary>One turn of a conversation.</summary>
/// <param name="Role">Who says it.</param>
/// <param name="Text">What is said.</param>
public sealed record ModelMessage(ModelRole Role, string Text)
{
    /// <summary>Said by whoever asks.</summary>
    public static ModelMessage User(string text) => new(ModelRole.User, text);

    /// <summary>Said by the model, earlier.</summary>
    public static ModelMessage Assistant(string text) => new(ModelRole.Assistant, text);
}

/// <summary>Who speaks.</summary>
public enum ModelRole
{
    /// <summary>Whoever asks.</summary>
    User,

    /// <summary>The model.</summary>
    Assistant,
}
