/// Whitespace. Code style is only mended here: where it is broken, the analyzers break the build.
void Format(FilePath solution, bool fix)
{
    try
    {
        DotNetFormatWhitespace(".", new DotNetFormatSettings
        {
            Exclude = ["artifacts"],
            VerifyNoChanges = !fix,
            ArgumentCustomization = arguments => arguments.Append("--folder"),
        });
    }
    catch (CakeException) when (!fix)
    {
        throw new CakeException("The format differs from .editorconfig; `dotnet cake --target Format --fix true` mends it.");
    }

    if (fix)
    {
        DotNetFormatStyle(solution.FullPath, new DotNetFormatSettings { Severity = DotNetFormatSeverity.Warning });
    }
}
