using System.Text.RegularExpressions;

namespace Monolith.Plugins.Validation.Python;

internal static partial class IndexTrouble
{
    public static bool IsIn(string output) => Trouble().IsMatch(output);

    [GeneratedRegex(
        "NewConnectionError|ConnectionError|ReadTimeoutError|ConnectTimeout|Temporary failure in name resolution|Max retries exceeded|5[0-9]{2} Server Error",
        RegexOptions.CultureInvariant)]
    private static partial Regex Trouble();
}
