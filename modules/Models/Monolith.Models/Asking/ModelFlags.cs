using Monolith.Features.Contracts;

namespace Monolith.Models.Asking;

internal static class ModelFlags
{
    public static readonly FeatureFlag Paused = new(
        "models-paused",
        "No language model is called for the runs of whom it is on for: their stages fail with LLM_API_ERROR. Answers that the journal holds are given.",
        Default: false);
}
