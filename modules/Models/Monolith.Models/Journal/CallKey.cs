using Monolith.Models.Contracts;

namespace Monolith.Models.Journal;

/// <summary>Which of an attempt's calls: by what is asked, so that calls made side by side are told apart whichever comes first.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Hash">Of what is asked.</param>
/// <param name="Ordinal">1 for the first time the attempt asks this, 2 for the second.</param>
/// <param name="Purpose">For people.</param>
internal sealed record CallKey(ModelCaller Caller, string Hash, int Ordinal, string? Purpose);
