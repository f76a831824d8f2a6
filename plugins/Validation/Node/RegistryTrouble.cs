using System.Text.RegularExpressions;

namespace Monolith.Plugins.Validation.Node;

internal static partial class RegistryTrouble
{
    public static bool IsIn(string output) => Trouble().IsMatch(output);

    [GeneratedRegex("ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ERR_SOCKET_TIMEOUT|network timeout|5[0-9]{2} [A-Z][a-z]+ .*- (GET|POST)", RegexOptions.CultureInvariant)]
    private static partial Regex Trouble();
}
