using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Go;
using Monolith.Plugins.Validation.Go.Linting;
using Monolith.Plugins.Validation.Node.Building;
using Monolith.Plugins.Validation.Node.Linting;
using Monolith.Plugins.Validation.Python.Linting;

namespace Monolith.Plugins.Tests.Validation.Formats;

public sealed class LintFormatTests
{
    [Fact]
    public void Eslint_Problems_AreRead() => Assert.Equal(
        ["error prefer-const a.js:1", "warning no-unused-vars a.js:2", "warning no-unused-vars a.js:2", "error no-undef a.js:3"],
        Lines(EslintReport.Read(RecordedFile.At("eslint.json"), "/repo")));

    [Fact]
    public void Flake8_Lines_AreRead() => Assert.Equal(
        ["error F401 a.py:1", "error F821 a.py:2", "warning E741 a.py:3", "warning E225 a.py:3"],
        Lines(Flake8Lines.In(RecordedFile.Text("flake8.txt"))));

    [Fact]
    public void Ruff_Report_IsRead() => Assert.Equal(
        ["warning F401 shop/price.py:1"],
        Lines(RuffReport.Parse("""
            [{ "code": "F401", "message": "`os` imported but unused", "filename": "/repo/shop/price.py", "location": { "row": 1, "column": 8 },
               "url": "https://docs.astral.sh/ruff/rules/unused-import", "fix": { "message": "Remove unused import: `os`" } }]
            """, "/repo")));

    [Fact]
    public void Ruff_NoReport_IsRefused() => Assert.Throws<FormatException>(() => RuffReport.Parse("ruff failed", "/repo"));

    [Fact]
    public void Vet_Report_IsRead() => Assert.Equal(
        ["warning printf price/price.go:21"], Lines(VetReport.Parse(RecordedFile.Text("go-vet.txt"), "/repo")));

    [Fact]
    public void GoErrors_OfABuild_AreRead() => Assert.Equal(
        ["error compile price/price.go:3"],
        Lines(GoErrors.In("# example.com/shop/price\nprice/price.go:3:9: undefined: rate\nnote: module requires Go 1.21\n")));

    [Fact]
    public void TypeScript_Errors_AreRead() => Assert.Equal(
        ["error TS2322 src/a.ts:3"],
        Lines(TypeScriptErrors.In("src/a.ts(3,7): error TS2322: Type 'string' is not assignable to type 'number'.\nFound 1 error.\n")));

    private static IEnumerable<string> Lines(IEnumerable<Finding> findings) =>
        findings.Select(finding => $"{finding.Level.Text()} {finding.Rule} {finding.File}:{finding.Line}");
}
