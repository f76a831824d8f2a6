using Microsoft.Extensions.Configuration;

namespace Monolith.Access.Tests.Settings;

public sealed class ExposureTests
{
    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://127.0.0.1:0;http://[::1]:8080")]
    [InlineData("http://unix:/run/monolith.sock")]
    [InlineData(null)]
    public void Faults_LoopbackOnly_None(string? urls) => Assert.Empty(Faults(("urls", urls)));

    [Theory]
    [InlineData("http://+:8080")]
    [InlineData("http://*:8080")]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://[::]:8080")]
    [InlineData("http://localhost:8080;http://10.1.2.3:8080")]
    [InlineData("http://localhost.example.org:8080")]
    public void Faults_ReachableFromElsewhere_OneThatNamesTheMend(string urls) =>
        Assert.Contains("Access:Anonymous=false", Assert.Single(Faults(("urls", urls))), StringComparison.Ordinal);

    [Fact]
    public void Faults_KestrelEndpointFromElsewhere_One() =>
        Assert.Single(Faults(("urls", "http://localhost:8080"), ("Kestrel:Endpoints:Other:Url", "http://*:9000")));

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void Faults_SomebodySaidWhichWay_None(string anonymous) =>
        Assert.Empty(Faults(("urls", "http://+:8080"), ("Access:Anonymous", anonymous)));

    private static IEnumerable<string> Faults(params (string Key, string? Value)[] settings) => AccessModule.ExposureFaults(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build());
}
