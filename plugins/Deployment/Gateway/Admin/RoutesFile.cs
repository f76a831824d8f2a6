using System.Text.Json;
using Monolith.Plugins.Deployment.Gateway.Routing;

namespace Monolith.Plugins.Deployment.Gateway.Admin;

/// <summary>The last order, kept for the next start.</summary>
internal sealed class RoutesFile(string folder)
{
    private readonly string file = Path.Combine(folder, "routes.json");

    public RouteOrder? Load() => File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllBytes(file), GatewayJson.Default.RouteOrder) : null;

    public void Save(RouteOrder order)
    {
        var fresh = file + ".new";
        File.WriteAllBytes(fresh, JsonSerializer.SerializeToUtf8Bytes(order, GatewayJson.Default.RouteOrder));
        File.Move(fresh, file, overwrite: true);
    }
}
