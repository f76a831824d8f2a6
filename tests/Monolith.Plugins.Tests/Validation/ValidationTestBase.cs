using System.Text.Json;
using Monolith.Plugins.Validation;

namespace Monolith.Plugins.Tests.Validation;

/// <summary>One at a time: each of these starts builds, which want the whole machine.</summary>
[Collection("builds")]
public abstract class ValidationTestBase : IDisposable
{
    private const string Properties = """
        <Project>
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
        </Project>
        """;

    protected ValidationTestBase() => Workspace.Write("source/Directory.Build.props", Properties);

    protected TestWorkspace Workspace { get; } = new();

    public void Dispose()
    {
        Workspace.Dispose();
        GC.SuppressFinalize(this);
    }

    protected TestContext Context(string action, object? parameters = null, string stage = "stage") => new()
    {
        Action = action,
        StageId = stage,
        Workspace = Workspace.Folder,
        Parameters = JsonSerializer.SerializeToElement(parameters ?? new { }),
    };

    protected Task<AgentResult> RunAsync(string action, object? parameters = null, string stage = "stage") =>
        Stage.RunAsync(new ValidationAgent(), Context(action, parameters, stage));

    /// <summary>A library whose one method adds, with the text given before it.</summary>
    protected void WriteLibrary(string before = "", string returns = "a + b")
    {
        Workspace.Write("source/Library.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        Workspace.Write(
            "source/Adder.cs",
            $"public static class Adder\n{{\n    {before}\n    public static int Add(int a, int b) => {returns};\n}}\n");
    }
}
