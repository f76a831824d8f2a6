namespace Monolith.Architecture.Tests;

/// <summary>
/// One rule of the house. It must find something to look at, the repository must keep it, and each of its known
/// violators must be reported: a rule that catches nothing is worth nothing.
/// </summary>
public abstract class Rule<T>
{
    protected abstract IEnumerable<T> Subjects { get; }

    /// <summary>Subjects that break the rule, each with a part of the message that must name the fault.</summary>
    protected abstract IEnumerable<(T Subject, string Message)> Violators { get; }

    protected abstract IEnumerable<string> Violations(T subject);

    [Fact]
    public void Repository_Checked_KeepsTheRule()
    {
        var subjects = Subjects.ToList();
        var found = subjects.SelectMany(Violations).ToList();

        Assert.NotEmpty(subjects);
        Assert.True(found.Count == 0, $"{found.Count} found:\n{string.Join('\n', found)}");
    }

    [Fact]
    public void Violators_Checked_AreReported()
    {
        var violators = Violators.ToList();

        Assert.NotEmpty(violators);
        Assert.All(violators, violator => Assert.Contains(
            Violations(violator.Subject),
            found => found.Contains(violator.Message, StringComparison.Ordinal)));
    }
}
