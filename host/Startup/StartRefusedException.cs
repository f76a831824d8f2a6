namespace Monolith.Host.Startup;

/// <summary>The host cannot start as it is configured; each reason is one line that says what to mend.</summary>
internal sealed class StartRefusedException(IReadOnlyList<string> reasons) : Exception(string.Join(Environment.NewLine, reasons))
{
    public IReadOnlyList<string> Reasons { get; } = reasons;
}
