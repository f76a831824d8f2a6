namespace Monolith.Plugins.Validation.Licenses;

/// <summary>
/// An SPDX expression such as <c>MIT OR (Apache-2.0 AND BSD-3-Clause)</c>, asked whether a policy permits it. Of alternatives one
/// has to be permitted, of joint licences each. A licence WITH an exception counts as the licence.
/// </summary>
internal sealed class LicenseExpression
{
    private const int MostTokens = 200;

    private readonly string[] tokens;
    private readonly Func<string, bool> permits;
    private int next;

    private LicenseExpression(string[] tokens, Func<string, bool> permits) => (this.tokens, this.permits) = (tokens, permits);

    /// <returns>False also where the expression cannot be read.</returns>
    public static bool IsPermitted(string expression, Func<string, bool> permits)
    {
        var tokens = expression.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (tokens.Length > MostTokens)
        {
            return false;
        }

        var reader = new LicenseExpression(tokens, permits);
        return reader.Any() is true && reader.next == tokens.Length;
    }

    private bool? Any() => Joined("OR", All, (left, right) => left || right);

    private bool? All() => Joined("AND", One, (left, right) => left && right);

    private bool? Joined(string word, Func<bool?> part, Func<bool, bool, bool> join)
    {
        var result = part();
        while (result is { } left && Take(word))
        {
            result = part() is { } right ? join(left, right) : null;
        }

        return result;
    }

    private bool? One()
    {
        if (Take("("))
        {
            var inner = Any();
            return Take(")") ? inner : null;
        }

        if (next == tokens.Length || tokens[next] is ")" or "OR" or "AND" or "WITH")
        {
            return null;
        }

        var permitted = permits(tokens[next++]);
        return Take("WITH") && next++ >= tokens.Length ? null : permitted;
    }

    private bool Take(string token)
    {
        var found = next < tokens.Length && tokens[next].Equals(token, StringComparison.OrdinalIgnoreCase);
        next += found ? 1 : 0;
        return found;
    }
}
