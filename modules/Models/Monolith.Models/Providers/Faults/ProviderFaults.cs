namespace Monolith.Models.Providers.Faults;

/// <summary>
/// The providers' libraries each wrap what goes wrong in types of their own. What the exchange itself saw is below them; what is
/// left is a library that could not make sense of the answer.
/// </summary>
internal static class ProviderFaults
{
    public static ProviderFault Of(Exception thrown) =>
        Find(thrown) ?? new ProviderFault(FaultKind.Nonsense, $"The answer makes no sense ({thrown.GetType().Name}).", thrown);

    private static ProviderFault? Find(Exception? thrown) => thrown switch
    {
        null => null,
        ProviderFault fault => fault,
        AggregateException many => many.InnerExceptions.Select(Find).FirstOrDefault(fault => fault is not null),
        _ => Find(thrown.InnerException),
    };
}
