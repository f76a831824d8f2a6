using System.Globalization;
using Monolith.Plugins.Deployment.Settings;

namespace Monolith.Plugins.Deployment.Targets.Processes;

internal static class PortRange
{
    // Below the range that systems take ports of outgoing connections from.
    private const string Usual = "20000-29999";

    public static (int First, int Last) Of(TargetSettings settings)
    {
        var parts = (settings.Json.Text("ports") ?? Usual).Split('-');
        var numbers = parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
        return numbers is [> 0 and < 65536, > 0 and < 65536] && numbers[0] <= numbers[1]
            ? (numbers[0], numbers[1])
            : throw new ParameterException("target.ports", "must be a range such as 20000-20099");
    }
}
