using Microsoft.AspNetCore.Http;

namespace Monolith.Triggers.Hooks;

/// <summary>A request as it came: signatures are over its very bytes.</summary>
internal sealed record HookRequest(IHeaderDictionary Headers, string? ContentType, byte[] Body)
{
    /// <returns>Null when there is none, or more than one.</returns>
    public string? Header(string name) => Headers[name] is [{ Length: > 0 } value] ? value : null;
}
