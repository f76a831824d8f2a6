namespace Monolith.Access.Limits;

/// <summary>Where requests are counted.</summary>
internal interface ICallCounts
{
    /// <summary>Counts one more, if there is room.</summary>
    ValueTask<Count> TakeAsync(Quota quota, SlidingWindow window);
}
