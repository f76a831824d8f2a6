using System.Reflection;
using Monolith.ClientGenerator;

namespace Monolith.Client.Tests.Generating;

public sealed class GeneratedCodeTests
{
    [Fact]
    public async Task Generate_TheReviewedDocument_IsTheCommittedCode()
    {
        var document = await ReadAsync("tests/Monolith.Integration.Tests/Startup/__snapshots__/openapi.snap");

        var generated = await Generator.GenerateAsync(document);

        Assert.True(
            generated == await ReadAsync("modules/Client/Monolith.Client/Generated/MonolithClient.g.cs"),
            "The generated client is behind the OpenAPI document: run dotnet cake --target Client.");
    }

    private static Task<string> ReadAsync(string path) => File.ReadAllTextAsync(Path.Combine(
        typeof(GeneratedCodeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "Repository").Value!, path));
}
