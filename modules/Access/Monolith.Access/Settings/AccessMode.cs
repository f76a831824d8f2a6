using Microsoft.Extensions.Configuration;

namespace Monolith.Access.Settings;

/// <summary>Whether the host asks anybody who they are.</summary>
/// <param name="IsAnonymous">Nobody is asked.</param>
/// <param name="IsExplicit">Somebody configured it so; otherwise it follows from there being no configuration.</param>
internal sealed record AccessMode(bool IsAnonymous, bool IsExplicit)
{
    public static AccessMode Of(IConfiguration configuration) =>
        bool.TryParse(configuration["Access:Anonymous"], out var anonymous) ? new(anonymous, true) : new(true, false);
}
