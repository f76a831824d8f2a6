using System.Text.Json;

namespace Monolith.Plugins.Tests.E2e;

/// <summary>A stage whose model gives the answers of a list, one after the other.</summary>
internal sealed class ModelContext(TestContext stage, params string[] answers) : IAgentContext, IAgentModels
{
    private readonly List<ModelRequest> asked = [];

    public IReadOnlyList<ModelRequest> Asked => asked;

    public IAgentModels Models => this;

    public string RunId => stage.RunId;

    public string StageId => stage.StageId;

    public string Action => stage.Action;

    public int Attempt => stage.Attempt;

    public string IdempotencyKey => stage.IdempotencyKey;

    public JsonElement Parameters => stage.Parameters;

    public JsonElement Inputs => stage.Inputs;

    public string Workspace => stage.Workspace;

    public IReadOnlyDictionary<string, string> Environment => stage.Environment;

    public IAgentLog Log => stage.Log;

    public IAgentSecrets Secrets => stage.Secrets;

    public IProgramRunner Programs => stage.Programs;

    public TimeProvider Time => stage.Time;

    public Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        asked.Add(request);
        var answer = answers[asked.Count - 1];
        return Task.FromResult(new ModelAnswer(answer) { Json = Stage.Json(answer), Provider = "list", Model = "list" });
    }
}
