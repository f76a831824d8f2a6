namespace Monolith.Operations.Shutdown;

internal sealed class StopGuard(ForcedExit forced) : IDisposable
{
    public void Dispose() => forced.Disarm();
}
