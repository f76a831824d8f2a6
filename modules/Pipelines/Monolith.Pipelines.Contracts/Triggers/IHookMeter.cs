namespace Monolith.Pipelines.Contracts.Triggers;

/// <summary>Hears what became of deliveries from outside, so that it can be counted. Returns at once and never throws.</summary>
public interface IHookMeter
{
    /// <summary>A delivery was answered.</summary>
    /// <param name="source"><c>github</c>, <c>gitlab</c> or <c>generic</c>.</param>
    /// <param name="outcome"><c>accepted</c>, <c>repeated</c>, <c>unsigned</c> (no valid signature), <c>invalid</c> (cannot be read) or <c>unavailable</c>.</param>
    void Delivered(string source, string outcome);
}
