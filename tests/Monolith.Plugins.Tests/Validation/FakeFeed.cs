using Microsoft.AspNetCore.Http;

namespace Monolith.Plugins.Tests.Validation;

/// <summary>A package feed that knows one package, in the form of NuGet's version 3.</summary>
internal static class FakeFeed
{
    private const string Advisories = """
        { "advisoryUrl": "https://example.org/1", "severity": "2" }, { "advisoryUrl": "https://example.org/2", "severity": "3" }
        """;

    public static Task<WebServer> StartAsync(bool hasAdvisories, bool vulnerable) => WebServer.StartAsync(async http =>
    {
        var url = $"http://{http.Request.Host}";
        var answer = http.Request.Path.Value switch
        {
            "/index.json" => Index(url, hasAdvisories),
            "/vulnerabilities.json" => "[]",
            "/registration/xunit.abstractions/index.json" => Registration(url, vulnerable ? Advisories : ""),
            _ => null,
        };
        http.Response.StatusCode = answer is null ? 404 : 200;
        await http.Response.WriteAsync(answer ?? "");
    });

    private static string Index(string url, bool hasAdvisories)
    {
        var vulnerabilities = $$""", { "@id": "{{url}}/vulnerabilities.json", "@type": "VulnerabilityInfo/6.7.0" }""";
        return $$"""
            {
              "version": "3.0.0",
              "resources": [
                { "@id": "{{url}}/registration/", "@type": "RegistrationsBaseUrl/3.6.0" },
                { "@id": "{{url}}/flat/", "@type": "PackageBaseAddress/3.0.0" }
                {{(hasAdvisories ? vulnerabilities : "")}}
              ]
            }
            """;
    }

    private static string Registration(string url, string vulnerabilities) => $$"""
        {
          "count": 1,
          "items": [
            {
              "count": 1, "lower": "2.0.3", "upper": "2.0.3",
              "items": [
                {
                  "packageContent": "{{url}}/p.nupkg",
                  "catalogEntry": {
                    "id": "xunit.abstractions", "version": "2.0.3", "listed": true, "vulnerabilities": [{{vulnerabilities}}]
                  }
                }
              ]
            }
          ]
        }
        """;
}
