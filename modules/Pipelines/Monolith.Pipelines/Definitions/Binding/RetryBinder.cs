using System.Text.Json;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Resilience.Contracts.Retries;

namespace Monolith.Pipelines.Definitions.Binding;

/// <summary>The name of a preset, or an object that may name one and say what is different.</summary>
internal static class RetryBinder
{
    public static RetryPolicy Bind(Field field)
    {
        if (field.IsAbsent)
            return RetryPolicy.Default;
        if (field.Value.ValueKind == JsonValueKind.String)
            return Preset(field);
        if (field.Value.ValueKind != JsonValueKind.Object)
        {
            field.Wrong($"Give the name of a preset, one of {Names}, or an object here.");
            return RetryPolicy.Default;
        }

        field.IsObject("preset", "maxAttempts", "backoff", "factor", "maxBackoff", "jitter", "whenOpen");
        var usual = field["preset"].IsAbsent ? RetryPolicy.Default : Preset(field["preset"]);
        return new RetryPolicy(
            field["maxAttempts"].Count(usual.MaxAttempts, 1, 20),
            field["backoff"].Duration() ?? usual.Backoff,
            field["factor"].Number(usual.Factor, 1, 10),
            field["maxBackoff"].Duration() ?? usual.MaxBackoff)
        {
            Jitter = field["jitter"].Flag(usual.Jitter),
            WhenOpen = field["whenOpen"].Choice(WhenOpen.Wait),
        };
    }

    private static string Names => string.Join(", ", RetryPreset.All.Select(preset => preset.Name));

    private static RetryPolicy Preset(Field field)
    {
        var name = field.Text(most: 100);
        if (RetryPreset.Find(name) is { } preset)
            return new RetryPolicy(preset.MaxAttempts, preset.Backoff, preset.Factor, preset.MaxBackoff) { Jitter = true };
        if (field.Value.ValueKind == JsonValueKind.String)
        {
            var suggestion = Spelling.DidYouMean(name, RetryPreset.All.Select(known => known.Name));
            field.Wrong($"'{FieldValues.Shorten(name)}' is no preset. There are {Names}.{suggestion}");
        }

        return RetryPolicy.Default;
    }
}
