using Monolith.Resilience.Contracts.Retries;

namespace Monolith.Resilience.Tests.Retries;

public sealed class RetryPresetTests
{
    [Theory]
    [InlineData("quick", 3, 1, 5, 2)]
    [InlineData("standard", 3, 2, 30, 2)]
    [InlineData("aggressive", 5, 1, 60, 2.5)]
    [InlineData("patient", 3, 5, 120, 3)]
    [InlineData("network", 5, 1, 30, 2)]
    public void Preset_ByName_HasTheContractsNumbers(string name, int attempts, double first, double most, double factor) => Assert.Equal(
        new RetryPreset(name, attempts, TimeSpan.FromSeconds(first), TimeSpan.FromSeconds(most), factor), RetryPreset.Find(name));

    [Fact]
    public void Find_UnknownName_IsNull() => Assert.Null(RetryPreset.Find("Quick"));
}
