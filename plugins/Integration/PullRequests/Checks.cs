namespace Monolith.Plugins.Integration.PullRequests;

/// <summary>What the server's checks say of a commit.</summary>
/// <param name="Count">How many there are; nothing has looked at a commit without any.</param>
/// <param name="Pending">How many have not ended.</param>
/// <param name="Failed">The names of those that did not pass.</param>
internal sealed record Checks(int Count, int Pending, IReadOnlyList<string> Failed);
