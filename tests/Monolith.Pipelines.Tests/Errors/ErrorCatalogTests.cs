using System.Reflection;
using Monolith.Agents.Sdk;
using Monolith.Kernel;

namespace Monolith.Pipelines.Tests.Errors;

public sealed class ErrorCatalogTests
{
    /// <summary>As the system before this one had them; clients switch on them.</summary>
    private const string Contract = """
        VALIDATION_ERROR NOT_FOUND TIMEOUT NETWORK_ERROR DATABASE_ERROR RATE_LIMIT_EXCEEDED AGENT_INIT_FAILED
        AGENT_NOT_REGISTERED TASK_VALIDATION_FAILED TASK_EXECUTION_FAILED TASK_TIMEOUT TASK_CANCELLED
        LLM_API_ERROR LLM_RATE_LIMIT LLM_QUOTA_EXCEEDED LLM_INVALID_RESPONSE INSUFFICIENT_RESOURCES
        WORKSPACE_ERROR CONTRACT_VALIDATION_FAILED UNSUPPORTED_VERSION PIPELINE_NOT_FOUND
        PIPELINE_ALREADY_RUNNING PIPELINE_CANCELLED STAGE_NOT_FOUND STAGE_EXECUTION_FAILED STAGE_TIMEOUT
        STAGE_DEPENDENCY_FAILED QUALITY_GATE_FAILED CIRCULAR_DEPENDENCY INVALID_DEPENDENCY EXECUTION_TIMEOUT
        """;

    private static readonly string[] Categories = ["request", "agent", "model", "pipeline", "host"];
    private static readonly string[] Severities = ["info", "warning", "error", "critical"];

    private static IEnumerable<string> Cataloged => ErrorCatalog.All.Select(entry => entry.Code);

    [Fact]
    public void All_AgainstTheConstants_OneEntryEach() => Assert.Equal(Constants(typeof(ErrorCodes)).Order(), Cataloged.Order());

    [Fact]
    public void All_CodesOfTheContract_AreThere() =>
        Assert.Empty(Contract.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Except(Cataloged));

    [Fact]
    public void All_CodesOfAgents_AreThere() => Assert.Empty(Constants(typeof(AgentErrorCodes)).Except(Cataloged));

    [Fact]
    public void All_EachEntry_IsComplete() => Assert.All(ErrorCatalog.All, entry =>
    {
        Assert.Contains(entry.Category, Categories);
        Assert.Contains(entry.Severity, Severities);
        Assert.EndsWith(".", entry.Meaning, StringComparison.Ordinal);
        Assert.EndsWith(".", entry.Hint, StringComparison.Ordinal);
        Assert.Equal($"/errors#{entry.Code}", entry.Link);
        Assert.Same(entry, ErrorCatalog.Find(entry.Code));
    });

    [Fact]
    public void Find_CodeOfANewerVersion_IsUnknownAndNotRetryable()
    {
        Assert.Null(ErrorCatalog.Find("FROM_TOMORROW"));
        Assert.False(ErrorCatalog.IsRetryable("FROM_TOMORROW"));
        Assert.True(ErrorCatalog.IsRetryable(ErrorCodes.StageTimeout));
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
}
