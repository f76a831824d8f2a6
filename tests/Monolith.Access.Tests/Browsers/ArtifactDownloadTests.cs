using Monolith.Access.Tests.Projects;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Browsers;

[Collection(OneKeyedHost.Name)]
public sealed class ArtifactDownloadTests(KeyedHostFixture keyed)
{
    /// <summary>A build may have made it a page: no browser is to show it under this origin, whatever it is called.</summary>
    [Theory]
    [InlineData("artifacts/red.txt", "application/octet-stream", "attachment; filename=red.txt")]
    [InlineData("artifacts/red.txt/preview", "text/plain", null)]
    [InlineData("stages/made/log", "text/plain", null)]
    public async Task Download_WhatABuildMade_IsNoPageOfThisHost(string path, string type, string? disposition)
    {
        var red = await keyed.RedAsync();
        using var admin = keyed.Client(red.Key);

        using var answer = await admin.Http.GetAsync($"/api/v1/runs/{red.Ids["runs"]}/{path}");

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.EndsWith("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        if (disposition is not null)
            Assert.StartsWith(disposition, Assert.Single(answer.Content.Headers.GetValues("Content-Disposition")), StringComparison.Ordinal);
    }
}
