using System.ComponentModel.DataAnnotations;
using Monolith.Operations.Shutdown;

namespace Monolith.Operations.Tests.Shutdown;

public sealed class ShutdownOptionsTests
{
    [Fact]
    public void Defaults_AsBuilt_AreTheContractsNumbersAndFit()
    {
        var options = new ShutdownOptions();

        Assert.Equal((30, 45), (options.Drain.TotalSeconds, options.ForceExit.TotalSeconds));
        Assert.Empty(Problems(options));
    }

    [Fact]
    public void Validate_PhasesLongerThanTheForcedExit_IsRefused()
    {
        var problem = Assert.Single(Problems(new ShutdownOptions { Drain = TimeSpan.FromSeconds(40) }));

        Assert.Equal([nameof(ShutdownOptions.ForceExit)], problem.MemberNames);
    }

    private static List<ValidationResult> Problems(ShutdownOptions options)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);
        return problems;
    }
}
