namespace Monolith.Pipelines.Journal.Items;

/// <summary>The kinds of <see cref="RunItem"/>; stored names.</summary>
internal static class RunItemKinds
{
    public const string Decision = "decision";
    public const string Clarification = "clarification";
    public const string DeadLetter = "dead_letter";
    public const string Notification = "notification";
}
