using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Monolith.Plugins.Tests.Integration.Dependencies;

/// <summary>Updates from a registry on this machine.</summary>
[Collection("builds")]
public sealed class NpmUpdateTests : IntegrationTestBase
{
    private const string Manifest = "{\n\t\"name\": \"shop\",\r\n\t\"dependencies\": { \"good\" : \"^1.0.0\", \"@acme/bad\": \"~1.0.0\", \"local\": \"file:./local\" },\n\t\"private\": true }";

    [Fact]
    public async Task Major_OneFailsItsTests_TheOtherIsKeptWithItsLock()
    {
        await using var registry = await StartAsync();
        Prepare(registry);

        var result = (await RunAsync("update_dependencies", """
            { "level": "major", "test": { "script": "! grep -q '\"@acme/bad\": \"~2' package.json" } }
            """)).Succeeded();

        Assert.Equal(Manifest.Replace("^1.0.0", "^2.0.0", StringComparison.Ordinal), Text("package.json"));
        var packages = JsonNode.Parse(Text("package-lock.json"))!["packages"]!;
        Assert.Equal(("2.0.0", "1.0.0"), ((string?)packages["node_modules/good"]!["version"], (string?)packages["node_modules/@acme/bad"]!["version"]));
        Assert.Equal("@acme/bad", (string?)Assert.Single(result.Outputs["rolledBack"]!.AsArray())!["package"]);
        Assert.Equal("Update good from 1.0.0 to 2.0.0", Git("log", "-1", "--format=%s"));
    }

    [Fact]
    public async Task Patch_InAGroup_IsOneCommit()
    {
        await using var registry = await StartAsync();
        Prepare(registry);

        var result = (await RunAsync("update_dependencies", """
            { "level": "patch", "groups": [{ "name": "everything", "packages": ["**"] }], "test": { "command": ["true"] } }
            """)).Succeeded();

        Assert.Equal("Update everything\n\ngood from 1.0.0 to 1.0.4\n@acme/bad from 1.0.0 to 1.0.4", Git("log", "-1", "--format=%B"));
        Assert.Equal(2, result.Metrics["dependencies.updated"]);
    }

    private static Task<WebServer> StartAsync() => WebServer.StartAsync(http =>
    {
        var name = Uri.UnescapeDataString(http.Request.Path.Value!.Trim('/'));
        var versions = new JsonObject(new[] { "1.0.0", "1.0.4", "1.1.0", "2.0.0", "3.0.0-beta" }.Select(version => KeyValuePair.Create(version, (JsonNode?)new JsonObject
        {
            ["name"] = name,
            ["version"] = version,
            ["dist"] = new JsonObject { ["tarball"] = $"http://{http.Request.Host}/{name}/-/{version}.tgz", ["integrity"] = "sha512-" + new string('A', 86) + "==" },
        })));
        return http.Response.WriteAsync(new JsonObject { ["name"] = name, ["dist-tags"] = new JsonObject { ["latest"] = "2.0.0" }, ["versions"] = versions }.ToJsonString());
    });

    private void Prepare(WebServer registry)
    {
        Variables["npm_config_cache"] = Workspace.At("cache");
        var locked = new JsonObject
        {
            ["name"] = "shop",
            ["lockfileVersion"] = 3,
            ["requires"] = true,
            ["packages"] = new JsonObject
            {
                [""] = JsonNode.Parse(Manifest),
                ["local"] = new JsonObject { ["version"] = "0.1.0" },
                ["node_modules/good"] = Locked(registry, "good"),
                ["node_modules/@acme/bad"] = Locked(registry, "@acme/bad"),
                ["node_modules/local"] = new JsonObject { ["resolved"] = "local", ["link"] = true },
            },
        };
        Commit(
            "main",
            "First",
            ("package.json", Manifest),
            ("package-lock.json", locked.ToJsonString()),
            ("local/package.json", """{ "name": "local", "version": "0.1.0" }"""),
            (".npmrc", $"registry={registry.Url}\n"));
    }

    private static JsonObject Locked(WebServer registry, string name) => new()
    {
        ["version"] = "1.0.0",
        ["resolved"] = $"{registry.Url}/{name}/-/1.0.0.tgz",
        ["integrity"] = "sha512-" + new string('A', 86) + "==",
    };
}
