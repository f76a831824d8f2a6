using System.Text.Json;
using Monolith.Plugins.Validation.Auditing;
using Monolith.Plugins.Validation.Go.Auditing;
using Monolith.Plugins.Validation.Node.Auditing;
using Monolith.Plugins.Validation.Python.Auditing;

namespace Monolith.Plugins.Tests.Validation.Formats;

public sealed class AuditFormatTests
{
    [Fact]
    public void Npm_OneAdvisory_IsRead() => Assert.Equal(
        [new Advisory("minimist", ">=1.0.0 <1.2.6", "critical", "https://github.com/advisories/GHSA-xvch-5gv4-984h") { Id = "GHSA-xvch-5gv4-984h" }],
        NodeAuditReport.Parse(RecordedFile.Text("npm-audit.json"))!);

    [Fact]
    public void Pnpm_OneAdvisory_IsRead()
    {
        var advisory = Assert.Single(NodeAuditReport.Parse("""
            { "actions": [], "advisories": { "1179": { "findings": [{ "version": "0.0.8", "paths": [".>minimist"] }], "id": 1179,
              "module_name": "minimist", "severity": "moderate", "url": "https://github.com/advisories/GHSA-vh95-rmgr-6w4m",
              "github_advisory_id": "GHSA-vh95-rmgr-6w4m", "patched_versions": ">=0.2.1" } },
              "metadata": { "vulnerabilities": { "info": 0, "low": 0, "moderate": 1, "high": 0, "critical": 0 } } }
            """)!);

        Assert.Equal(("minimist", "0.0.8", "moderate", ">=0.2.1"), (advisory.Package, advisory.Version, advisory.Severity, advisory.MendedIn));
    }

    [Fact]
    public void Yarn_OneAdvisory_IsRead()
    {
        var advisories = NodeAuditReport.Parse("""
            {"type":"auditAdvisory","data":{"resolution":{"id":1179,"path":"minimist"},"advisory":{"findings":[{"version":"0.0.8"}],"module_name":"minimist","severity":"high","url":"https://example.org/1179"}}}
            {"type":"auditSummary","data":{"vulnerabilities":{"high":1}}}
            """);

        Assert.Equal("high", Assert.Single(advisories!).Severity);
    }

    [Theory]
    [InlineData("""{ "error": { "code": "ENOLOCK", "summary": "This command requires an existing lockfile." } }""")]
    [InlineData("""{ "message": "405 Method Not Allowed", "statusCode": 405 }""")]
    [InlineData("""{ "vulnerabilities": {""")]
    [InlineData("")]
    public void Npm_NoAnswer_IsNone(string output) => Assert.Null(NodeAuditReport.Parse(output));

    [Fact]
    public void PipAudit_Vulnerability_HasNoSeverity()
    {
        var advisory = Assert.Single(PipAuditReport.Parse("""
            {"dependencies": [{"name": "flask", "version": "0.5", "vulns": [{"id": "PYSEC-2019-179", "fix_versions": ["1.0"], "aliases": ["CVE-2019-1010083"], "description": "x"}]}, {"name": "jinja2", "version": "3.0.2", "vulns": []}], "fixes": []}
            """)!);

        Assert.Equal(("flask", "unknown", "1.0"), (advisory.Package, advisory.Severity, advisory.MendedIn));
    }

    [Fact]
    public void PipAudit_DependencyPassedOver_IsNoAnswer() => Assert.Null(PipAuditReport.Parse(
        """{"dependencies": [{"name": "private-package", "skip_reason": "Dependency not found on PyPI"}], "fixes": []}"""));

    [Fact]
    public void Govulncheck_OneVulnerabilityReachedTwice_IsOne()
    {
        var advisory = Assert.Single(GovulncheckReport.Parse("""
            { "config": { "protocol_version": "v1.0.0", "scanner_name": "govulncheck" } }
            { "osv": { "id": "GO-2021-0113" } }
            { "finding": { "osv": "GO-2021-0113", "fixed_version": "v0.3.7", "trace": [{ "module": "golang.org/x/text", "version": "v0.3.0" }] } }
            { "finding": { "osv": "GO-2021-0113", "fixed_version": "v0.3.7", "trace": [{ "module": "golang.org/x/text", "version": "v0.3.0", "package": "golang.org/x/text/language", "function": "Parse" }] } }
            """));

        Assert.Equal(("golang.org/x/text", "GO-2021-0113", "v0.3.7"), (advisory.Package, advisory.Id, advisory.MendedIn));
    }

    [Fact]
    public void Govulncheck_CutOff_IsRefused()
    {
        Assert.ThrowsAny<JsonException>(() => GovulncheckReport.Parse("""{ "config": {} } { "finding": { "osv": """));
        Assert.Throws<FormatException>(() => GovulncheckReport.Parse(""));
    }
}
