using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.DotNet.Api;

/// <summary>A change that code built against the older assembly does not stand.</summary>
internal sealed record ApiBreak(string Assembly, string Member, string Change)
{
    public override string ToString() => $"{Member} {Change} ({Assembly})";

    public Finding Finding() => new("api-break", FindingLevel.Error, ToString())
    {
        Advice = "Keep the old member beside the new one and mark it obsolete, or raise the major version.",
    };
}
