using System.Text.Json;
using Monolith.Pipelines.Expressions;

namespace Monolith.Pipelines.Tests.Expressions;

public sealed class SecretReferenceTests
{
    private static readonly Dictionary<string, string> Values = new() { ["token"] = "a\"b", ["key.pem"] = "k" };

    [Theory]
    [InlineData("""{"a":"secret:token","b":[{"c":"secret:key.pem"}],"d":1}""", "token,key.pem")]
    [InlineData("""{"a":"\u0073ecret:token"}""", "token")]
    [InlineData("""{"a":"my secret:token","b":"Secret:token","secret:token":"x"}""", "")]
    public void Names_InParameters_AreWhatIsExactlyAReference(string parameters, string names) =>
        Assert.Equal(names, string.Join(',', SecretReference.Names(Json(parameters))));

    [Fact]
    public void Fill_References_AreReplacedAndResultsOfExpressionsAreNot()
    {
        var written = Json("""{"a":"secret:token","b":["${{ inputs.x }}","secret:key.pem"],"c":"${{ inputs.y }}","d":1.50}""");
        var resolved = Json("""{"a":"secret:token","b":["secret:token","secret:key.pem"],"c":{"e":"secret:token"},"d":1.50}""");

        var filled = SecretReference.Fill(written, resolved, Values);

        Assert.Equal("a\"b", filled.GetProperty("a").GetString());
        Assert.Equal("""["secret:token","k"]""", filled.GetProperty("b").GetRawText());
        Assert.Equal("""{"e":"secret:token"}""", filled.GetProperty("c").GetRawText());
        Assert.Equal("1.50", filled.GetProperty("d").GetRawText());
    }

    [Theory]
    [InlineData("secret:")]
    [InlineData("secret:a b")]
    [InlineData("secret:token\n")]
    [InlineData("secret:${{ inputs.name }}")]
    public void Faults_NoNameAfterIt_AreFound(string text) =>
        Assert.Equal(["p.list[1]"], SecretReference.Faults(JsonSerializer.SerializeToElement(new { list = new[] { "secret:token", text } }), "p"));

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();
}
