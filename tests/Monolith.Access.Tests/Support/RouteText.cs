using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;

namespace Monolith.Access.Tests.Support;

/// <summary>A route's path with something in its parameters that does not exist.</summary>
internal static partial class RouteText
{
    public static string Of(RouteEndpoint route) => "/" + route.RoutePattern.RawText!.Trim('/');

    public static string Filled(RouteEndpoint route) => Fill(Of(route));

    public static string Fill(string path) =>
        Parameter().Replace(path, found => found.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "none");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
