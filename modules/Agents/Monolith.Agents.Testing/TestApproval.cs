using System.Text.Json;

namespace Monolith.Agents.Testing;

/// <summary>Decisions for <see cref="AgentTest.Decision"/>.</summary>
public static class TestApproval
{
    private const string Id = "0199d2c4-0000-7000-8000-00000000000a";

    /// <summary>A person approved.</summary>
    /// <param name="option">What was chosen; null when there was nothing to choose.</param>
    public static AgentApproval Approved(string? option = null) => new(Id, IsRevision: false, option, ["tester"], "", Remark: null);

    /// <summary>A person sent the proposal back.</summary>
    /// <param name="remark">A JSON object: what is to be different; null for nothing in particular.</param>
    public static AgentApproval Revised(string? remark = null) =>
        new(Id, IsRevision: true, Option: null, ["tester"], "", remark is null ? null : JsonElement.Parse(remark));
}
