namespace Monolith.Models.Budgets;

/// <summary>How a call ended, as it is stored.</summary>
/// <param name="Status"><c>ok</c>, <c>failed</c>, or <c>unknown</c> when the provider may have done it.</param>
internal sealed record CallOutcome(string Status)
{
    public const string Ok = "ok";
    public const string Failed = "failed";
    public const string Unknown = "unknown";

    /// <summary>Null charges all that was reserved.</summary>
    public decimal? Cost { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    public TimeSpan Took { get; init; }

    public string? Error { get; init; }

    /// <summary>Sealed; null when content is off or there is none.</summary>
    public byte[]? Content { get; init; }
}
