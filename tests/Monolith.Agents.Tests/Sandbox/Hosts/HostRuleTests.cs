using Monolith.Agents.Sandbox.Hosts;

namespace Monolith.Agents.Tests.Sandbox.Hosts;

public sealed class HostRuleTests
{
    [Theory]
    [InlineData("api.example.com", "API.example.com.", 443, true)]
    [InlineData("api.example.com", "api.example.com", 8443, false)]
    [InlineData("api.example.com:8443", "api.example.com", 8443, true)]
    [InlineData("api.example.com", "api.example.com.evil.org", 443, false)]
    [InlineData("*.example.com", "a.b.example.com", 443, true)]
    [InlineData("*.example.com", "example.com", 443, false)]
    [InlineData("*.example.com", "notexample.com", 443, false)]
    [InlineData("[::1]:8080", "[::1]", 8080, true)]
    public void Allows_Host_ByNameAndPort(string rule, string host, int port, bool allowed) => Assert.Equal(allowed, HostRule.Parse(rule).Allows(host, port));
}
