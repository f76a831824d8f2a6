namespace Monolith.Models.Tests.Support.Scripted;

/// <summary>What a scripted provider does when it is asked.</summary>
public abstract record Reply
{
    /// <summary>A whole answer.</summary>
    public sealed record Say(string Text) : Reply
    {
        public int InputTokens { get; init; } = 10;

        public int OutputTokens { get; init; } = 5;

        public bool Truncated { get; init; }

        /// <summary>A tool it asks for, with the arguments as JSON.</summary>
        public (string Name, string Arguments)? Tool { get; init; }
    }

    /// <summary>A whole answer, made from the last message of the request.</summary>
    public sealed record Answer(Func<string, string> To) : Reply;

    /// <summary>An error, as the provider words it.</summary>
    public sealed record Refuse(int Status, string? RetryAfter = null, string Reason = "scripted") : Reply;

    /// <summary>Half an answer, then the connection is closed.</summary>
    public sealed record CutOff : Reply;

    /// <summary>A body that is not the protocol's.</summary>
    public sealed record Nonsense(string Body = "<html>gateway</html>") : Reply;

    /// <summary>A byte, and then nothing more until the client goes.</summary>
    public sealed record Drip(Action Dripping) : Reply;
}
