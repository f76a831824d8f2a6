using System.ComponentModel.DataAnnotations;

namespace Monolith.Models.Settings;

/// <summary>Section <c>Models:Providers:{name}:Prices</c>: US dollars for a million tokens. Without prices calls cost nothing.</summary>
public sealed class PriceOptions
{
    /// <summary>US dollars for a million tokens of what is asked.</summary>
    [Range(typeof(decimal), "0", "100000")]
    public decimal InputPerMillion { get; set; }

    /// <summary>US dollars for a million tokens of what is answered.</summary>
    [Range(typeof(decimal), "0", "100000")]
    public decimal OutputPerMillion { get; set; }

    internal decimal Of(long inputTokens, long outputTokens) =>
        ((inputTokens * InputPerMillion) + (outputTokens * OutputPerMillion)) / 1_000_000m;
}
