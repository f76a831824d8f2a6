namespace Monolith.Plugins.E2e.Scenarios;

internal enum StepKind
{
    /// <summary>Names the page that the following steps are on; only page objects use it.</summary>
    Page,
    Open,
    Click,
    Fill,
    Select,
    Check,
    Uncheck,
    Press,
    WaitFor,
    Screenshot,
    Expect,
    Request,
}

internal static class StepKinds
{
    /// <summary>As scenarios write it.</summary>
    public static string Word(this StepKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    public static IReadOnlyDictionary<string, StepKind> ByWord { get; } =
        Enum.GetValues<StepKind>().ToDictionary(kind => kind.Word(), StringComparer.Ordinal);
}
