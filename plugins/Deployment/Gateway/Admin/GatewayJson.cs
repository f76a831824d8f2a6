using System.Text.Json.Serialization;
using Monolith.Plugins.Deployment.Gateway.Routing;

namespace Monolith.Plugins.Deployment.Gateway.Admin;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RouteOrder))]
[JsonSerializable(typeof(GatewayStatus))]
internal sealed partial class GatewayJson : JsonSerializerContext;
