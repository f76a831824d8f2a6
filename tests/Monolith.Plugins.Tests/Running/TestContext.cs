using System.Text.Json;

namespace Monolith.Plugins.Tests.Running;

/// <summary>One attempt, with real programs in a real folder.</summary>
public sealed class TestContext : IAgentContext, IAgentSecrets
{
    public required string Action { get; init; }

    public required string Workspace { get; init; }

    public required JsonElement Parameters { get; init; }

    public string RunId { get; init; } = "0199d2c4-0000-7000-8000-000000000001";

    public string StageId { get; init; } = "stage";

    public int Attempt { get; init; } = 1;

    public string IdempotencyKey => $"{RunId}/{StageId}/{Attempt}";

    public JsonElement Inputs { get; init; } = JsonSerializer.SerializeToElement(new { });

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public AgentApproval? Decision { get; init; }

    public JsonElement? Answers { get; init; }

    public IAgentModels Models { get; init; } = new ScriptedModels();

    public RecordedLog Lines { get; } = new();

    public IAgentLog Log => Lines;

    public IReadOnlyDictionary<string, string> KnownSecrets { get; init; } = new Dictionary<string, string>();

    public IAgentSecrets Secrets => this;

    public RealPrograms RealPrograms => field ??= new RealPrograms(Workspace, Environment, Lines);

    public IProgramRunner Programs => RealPrograms;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What the host lets the stage call; everything unless a test says otherwise.</summary>
    public Func<int?, SocketsHttpHandler> Network { get; init; } = _ => new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };

    public SocketsHttpHandler CreateHttpHandler(int? ownPort = null) => Network(ownPort);

    public string? Find(string name) => KnownSecrets.GetValueOrDefault(name);

    /// <summary>The same stage with a secret that it declares.</summary>
    public TestContext With(string secret, string value) => new()
    {
        Action = Action,
        Workspace = Workspace,
        StageId = StageId,
        Parameters = Parameters,
        KnownSecrets = new Dictionary<string, string>(KnownSecrets) { [secret] = value },
    };
}
