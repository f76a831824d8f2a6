using System.Diagnostics;
using System.Globalization;

namespace Monolith.Models.Tests.Tracing;

internal static class SpanReading
{
    public static string Text(this Activity span, string attribute) => span.GetTagItem(attribute) as string ?? "";

    public static int Number(this Activity span, string attribute) => Convert.ToInt32(span.GetTagItem(attribute), CultureInfo.InvariantCulture);
}
