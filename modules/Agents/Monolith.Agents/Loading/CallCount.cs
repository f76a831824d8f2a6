namespace Monolith.Agents.Loading;

/// <summary>Calls into one plugin's code, so that it is not taken away under them.</summary>
internal sealed class CallCount
{
    private readonly Lock gate = new();
    private int underWay;
    private bool closed;

    /// <summary>Calls under way, also those that were left behind.</summary>
    public int UnderWay => Volatile.Read(ref underWay);

    /// <returns>False when the code is being let go of.</returns>
    public bool TryEnter()
    {
        lock (gate)
        {
            if (closed)
                return false;
            underWay++;
            return true;
        }
    }

    public void Leave()
    {
        lock (gate)
            underWay--;
    }

    /// <returns>True when no call is under way; none can begin from then on.</returns>
    public bool TryClose()
    {
        lock (gate)
            return closed |= underWay == 0;
    }
}
