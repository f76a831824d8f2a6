/// Whitespace and code style. The analyzers are not asked again: their warnings already break the build.
void Format(FilePath solution, bool fix)
{
    var differs = false;
    Try(() => DotNetFormatWhitespace(".", new DotNetFormatSettings
    {
        Exclude = ["artifacts"],
        VerifyNoChanges = !fix,
        ArgumentCustomization = arguments => arguments.Append("--folder"),
    }));
    Try(() => DotNetFormatStyle(solution.FullPath, new DotNetFormatSettings { Severity = DotNetFormatSeverity.Warning, VerifyNoChanges = !fix }));
    if (differs)
    {
        throw new CakeException("The format differs from .editorconfig; `dotnet cake --target Format --fix true` mends it.");
    }

    void Try(Action check)
    {
        try
        {
            check();
        }
        catch (CakeException) when (!fix)
        {
            differs = true;
        }
    }
}
