using System.Collections.Concurrent;

namespace Monolith.Operations.Metrics;

/// <summary>What belongs to a label's value, by the value; those beyond the bound share one, <see cref="Other"/>.</summary>
/// <param name="most">How many values get one of their own.</param>
/// <param name="make">Makes what belongs to a value.</param>
internal sealed class BoundedNames<T>(int most, Func<string, T> make)
    where T : class
{
    public const string Other = "other";

    private readonly ConcurrentDictionary<string, T> known = new(StringComparer.Ordinal);
    private readonly Lock adding = new();

    public T Of(string name) => known.TryGetValue(name, out var one) ? one : Add(name);

    private T Add(string name)
    {
        lock (adding)
            return known.GetOrAdd(known.Count < most ? name : Other, make);
    }
}
