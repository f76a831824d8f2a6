using System.Text.Json;

namespace Monolith.Agents.Testing;

/// <summary>One execution, as the agent sees it.</summary>
internal sealed class StageContext(AgentTest test, string action, JsonElement parameters) : IAgentContext, IAgentSecrets
{
    public string RunId { get; } = test.RunId;

    public string StageId { get; } = test.StageId;

    public string Action => action;

    public int Attempt { get; } = test.Attempt;

    public string IdempotencyKey => $"{RunId}/{StageId}/{Attempt}";

    public JsonElement Parameters => parameters;

    public JsonElement Inputs { get; } = JsonElement.Parse(test.Inputs.ToJsonString());

    public string Workspace => test.Workspace.Folder;

    public IReadOnlyDictionary<string, string> Environment { get; } = test.Environment.AsReadOnly();

    public AgentApproval? Decision { get; } = test.Decision;

    public JsonElement? Answers { get; } = test.Answers is { } answers ? JsonElement.Parse(answers.ToJsonString()) : null;

    public IAgentLog Log => test.Log;

    public IAgentSecrets Secrets => this;

    public IProgramRunner Programs => field ??= test.Programs ?? new RealPrograms(Workspace, Environment, Log);

    public TimeProvider Time => test.Clock ?? test.Time;

    public IAgentModels Models => test.Models;

    public SocketsHttpHandler CreateHttpHandler(int? ownPort = null) =>
        test.Network?.Invoke(ownPort) ?? new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };

    public string? Find(string name) => test.Secrets.TryGetValue(name, out var value) ? value : null;
}
