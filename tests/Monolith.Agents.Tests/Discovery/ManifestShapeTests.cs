using System.Text;
using Monolith.Agents.Discovery;

namespace Monolith.Agents.Tests.Discovery;

public sealed class ManifestShapeTests
{
    private const string Good = """
        {
          "runtimeTarget": { "name": "net10", "signature": "" },
          "targets": { "net10": { "Good/1.0.0": { "dependencies": { "Other": "1.0.0" }, "runtime": { "Good.dll": { "fileVersion": "1.0" } } } } },
          "libraries": { "Good/1.0.0": { "type": "project", "serviceable": false, "sha512": "" } }
        }
        """;

    [Fact]
    public void FaultOf_Good_IsNull() => Assert.Null(FaultOf(Good));

    /// <summary>Each of them ended the process when the runtime read it, or could.</summary>
    [Theory]
    [InlineData("\"name\"", "\"nam\"", "runtimeTarget")]
    [InlineData("runtimeTarget", "runtmeTarget", "runtimeTarget")]
    [InlineData("{ \"net10\"", "{ \"net9\"", "net10")]
    [InlineData("{ \"fileVersion\": \"1.0\" }", "1", "targets")]
    [InlineData("\"fileVersion\": \"1.0\"", "\"fileVersion\": 1", "targets")]
    [InlineData("{ \"Other\": \"1.0.0\" }", "[]", "targets")]
    [InlineData("\"type\": \"project\"", "\"type\": null", "libraries")]
    [InlineData("\"serviceable\": false", "\"serviceable\": \"no\"", "libraries")]
    [InlineData("\"sha512\": \"\"", "\"type\": \"\"", "JSON")]
    public void FaultOf_Damaged_NamesThePlace(string right, string wrong, string place) =>
        Assert.Contains(place, FaultOf(Good.Replace(right, wrong, StringComparison.Ordinal)), StringComparison.Ordinal);

    private static string? FaultOf(string manifest) => ManifestShape.FaultOf(Encoding.UTF8.GetBytes(manifest));
}
