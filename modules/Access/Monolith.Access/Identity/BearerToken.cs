using Microsoft.AspNetCore.Http;

namespace Monolith.Access.Identity;

/// <summary>What stands after <c>Authorization: Bearer</c>.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";
    private const int Longest = 16 << 10;

    public static string? Of(HttpRequest request) =>
        request.Headers.Authorization is [{ Length: <= Longest } value] && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? value[Scheme.Length..].Trim()
            : null;
}
