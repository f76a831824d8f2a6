using NLog;
using NLog.Layouts;

namespace Monolith.Operations.Logs.Masking;

/// <summary>A line of the log as another layout makes it, without secrets.</summary>
internal sealed class MaskedLayout(Layout inner, SecretWords secrets) : Layout
{
    protected override string GetFormattedMessage(LogEventInfo logEvent) => secrets.Mask(inner.Render(logEvent));
}
