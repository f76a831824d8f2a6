using Microsoft.Extensions.Options;
using Monolith.Access.Contracts;
using Monolith.Access.Settings;

namespace Monolith.Access.Keys;

/// <summary>The admin's key that the configuration holds, by its hash; none as a rule.</summary>
internal sealed class BootstrapKey(IOptions<AccessOptions> options)
{
    /// <summary>It is no key of the table.</summary>
    public static readonly Guid Id = Guid.Empty;

    public ApiKey? Key { get; } = options.Value.Bootstrap is { KeyHash: { Length: > 0 } hash } configured
        ? new ApiKey(Id, configured.Name, [AccessRole.Admin], Convert.FromHexString(hash), DateTimeOffset.UnixEpoch, "configuration")
        : null;
}
