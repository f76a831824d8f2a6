using System.Text.RegularExpressions;

namespace Monolith.Secrets.Contracts;

/// <summary>What secrets may be called.</summary>
public static partial class SecretName
{
    /// <summary>For people.</summary>
    public const string Rule = "Give 1 to 128 letters (A to Z, a to z), digits, '.', '-' and '_', a letter, digit or '_' first.";

    /// <returns>Whether it keeps to <see cref="Rule"/>.</returns>
    public static bool IsValid(string? text) => text is not null && Name().IsMatch(text);

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9._-]{0,127}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
