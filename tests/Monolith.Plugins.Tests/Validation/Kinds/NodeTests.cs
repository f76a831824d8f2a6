using Microsoft.AspNetCore.Http;

namespace Monolith.Plugins.Tests.Validation.Kinds;

public sealed class NodeTests : KindTestBase
{
    private const string Advisory = """
        {"minimist":[{"id":1097677,"url":"https://github.com/advisories/GHSA-xvch-5gv4-984h","title":"Prototype Pollution","severity":"critical","vulnerable_versions":">=1.0.0 <1.2.6"}]}
        """;

    [Fact]
    public async Task Test_NodesOwnRunner_CountsTestsAndCoverageWithoutTheTests()
    {
        WriteShop();

        var result = (await RunAsync("test")).Succeeded();

        Assert.Equal((2, 1, 1), (result.Metrics["tests.total"], result.Metrics["tests.passed"], result.Metrics["tests.skipped"]));
        Assert.Equal(50, result.Metrics["line_coverage"]);
        Assert.Contains("SF:price.js", Artifact(result, "stage-coverage.lcov"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_Failing_NamesTheTest()
    {
        WriteShop(expected: 4);

        var result = await RunAsync("test");

        result.FailedWith("TASK_EXECUTION_FAILED").Says("1 of 2 tests failed:\n- adds: ");
        Assert.Equal(1, result.Metrics["tests.failed"]);
    }

    [Fact]
    public async Task Test_OtherScript_IsReadWhereItLeavesJunit()
    {
        Workspace.Write("source/package.json", """{ "name": "a", "version": "1.0.0", "scripts": { "test": "node run.js && true" } }""");
        Workspace.Write("source/run.js", """
            require('fs').writeFileSync('junit.xml', '<testsuites><testsuite><testcase classname="C" name="n"/></testsuite></testsuites>');
            """);

        var result = (await RunAsync("test")).Succeeded();

        Assert.Equal(1, result.Metrics["tests.passed"]);
        Assert.False(result.Metrics.ContainsKey("line_coverage"));
    }

    [Fact]
    public async Task Test_ScriptLeavesNoResults_IsUnknownNotPassed()
    {
        Workspace.Write("source/package.json", """{ "name": "a", "version": "1.0.0", "scripts": { "test": "true && true" } }""");
        Workspace.Write("source/junit.xml", "<testsuites><testcase name='of an earlier run'/></testsuites>");

        var result = await RunAsync("test");

        result.FailedWith("WORKSPACE_ERROR").Says("no results that can be read");
        Assert.Empty(result.Metrics);
    }

    [Fact]
    public async Task Test_HostileResults_AreUnknownNotPassed()
    {
        Workspace.Write("source/package.json", """{ "name": "a", "version": "1.0.0", "scripts": { "test": "node run.js && true" } }""");
        Workspace.Write("source/run.js", """
            require('fs').writeFileSync('junit.xml', '<!DOCTYPE testsuites [<!ENTITY a "x">]><testsuites><testcase name="&a;"/></testsuites>');
            """);

        var result = await RunAsync("test");

        result.FailedWith("WORKSPACE_ERROR").Says("junit.xml is no well-formed report");
        Assert.Empty(result.Metrics);
    }

    [Fact]
    public async Task Build_ScriptFails_IsAFailureWithItsLines()
    {
        Workspace.Write("source/package.json", """{ "name": "a", "version": "1.0.0", "scripts": { "build": "echo no such file >&2; exit 3" } }""");

        var result = await RunAsync("build");

        result.FailedWith("TASK_EXECUTION_FAILED").Says("no such file");
        Assert.Equal(1, result.Metrics["build.errors"]);
    }

    [Fact]
    public async Task Audit_RegistryKnowsAVulnerability_IsCounted()
    {
        await using var registry = await WebServer.StartAsync(http =>
        {
            http.Response.StatusCode = http.Request.Method == "POST" ? 200 : 404;
            return http.Response.WriteAsync(http.Request.Method == "POST" ? Advisory : "{}");
        });
        WriteLock(registry.Url);

        var result = (await RunAsync("audit")).Succeeded();

        Assert.Equal((1, 1, 0), (result.Metrics["vulnerabilities"], result.Metrics["critical_vulns"], result.Metrics["high_vulns"]));
        Assert.Equal("minimist", (string?)result.Outputs["vulnerabilities"]![0]!["package"]);
    }

    [Fact]
    public async Task Audit_RegistryHasNoSuchData_IsUnknown()
    {
        await using var registry = await WebServer.StartAsync(http =>
        {
            http.Response.StatusCode = 405;
            return Task.CompletedTask;
        });
        WriteLock(registry.Url);

        var result = await RunAsync("audit");

        result.FailedWith("TASK_EXECUTION_FAILED").Says("vulnerabilities are unknown");
        Assert.Empty(result.Metrics);
    }

    [Fact]
    public async Task Licenses_InstalledPackages_AreListedAndJudged()
    {
        Workspace.Write("source/package.json", """{ "name": "a", "version": "1.0.0", "dependencies": { "x": "1.0.0", "@s/y": "2.0.0" } }""");
        Workspace.Write("source/node_modules/x/package.json", """{ "name": "x", "version": "1.0.0", "license": "MIT" }""");
        Workspace.Write("source/node_modules/x/node_modules/z/package.json", """{ "name": "z", "version": "3.0.0", "licenses": [{ "type": "GPL-3.0" }] }""");
        Workspace.Write("source/node_modules/@s/y/package.json", """{ "name": "@s/y", "version": "2.0.0" }""");

        var result = (await RunAsync("licenses", new { allow = new[] { "MIT" } })).Succeeded();

        Assert.Equal(
            [("@s/y", null), ("x", "MIT"), ("z", "GPL-3.0")],
            result.Outputs["licenses"]!.AsArray().Select(one => ((string)one!["name"]!, (string?)one["license"])));
        Assert.Equal((3, 1, 2), (result.Metrics["licenses.total"], result.Metrics["licenses.unknown"], result.Metrics["licenses.denied"]));
    }

    [Fact]
    public async Task Licenses_NoPolicy_DeniedIsNotMeasured()
    {
        WriteShop();

        var result = (await RunAsync("licenses")).Succeeded();

        Assert.Equal(0, result.Metrics["licenses.total"]);
        Assert.False(result.Metrics.ContainsKey("licenses.denied"));
    }

    [Fact]
    public async Task Format_NoLinter_IsUnknown()
    {
        WriteShop();

        var result = await RunAsync("format");

        result.FailedWith("INSUFFICIENT_RESOURCES").Says("program \"eslint\" was not found");
        Assert.Empty(result.Metrics);
    }

    [Fact]
    public async Task Publish_Node_SaysThatItIsNotKnown()
    {
        WriteShop();

        (await RunAsync("publish")).FailedWith("TASK_VALIDATION_FAILED").Says("Node.js");
    }

    private void WriteShop(int expected = 3)
    {
        Workspace.Write("source/package.json", """{ "name": "shop", "version": "1.0.0", "scripts": { "test": "node --test" } }""");
        Workspace.Write("source/price.js", """
            function total(items) {
              return items.reduce((sum, item) => sum + item, 0);
            }
            function never() {
              const rate = 2;
              const tax = 3;
              return rate * tax;
            }
            module.exports = { total, never };
            // The end.
            """);
        Workspace.Write("source/price.test.js", $$"""
            const test = require('node:test');
            const assert = require('node:assert');
            const { total } = require('./price.js');
            test('adds', () => assert.strictEqual(total([1, 2]), {{expected}}));
            test('later', { skip: true }, () => {});
            """);
    }

    private void WriteLock(string registry)
    {
        Environment["npm_config_registry"] = registry;
        Environment["npm_config_fetch_retries"] = "0";
        Workspace.Write("source/package.json", """{ "name": "a", "version": "1.0.0", "dependencies": { "minimist": "1.2.5" } }""");
        Workspace.Write("source/package-lock.json", """
            { "name": "a", "version": "1.0.0", "lockfileVersion": 3, "requires": true, "packages": {
              "": { "name": "a", "version": "1.0.0", "dependencies": { "minimist": "1.2.5" } },
              "node_modules/minimist": { "version": "1.2.5" } } }
            """);
    }
}
