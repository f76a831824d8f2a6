namespace Monolith.Models.Providers;

/// <summary>Whoever listens to the answer threw: no fault of the provider's.</summary>
internal sealed class ListenerException(Exception cause) : Exception(cause.Message, cause)
{
    public static void Guard(Action<string> onText, string text)
    {
        try
        {
            onText(text);
        }
        catch (Exception fault)
        {
            throw new ListenerException(fault);
        }
    }
}
