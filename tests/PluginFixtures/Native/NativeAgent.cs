using Monolith.Agents.Sdk;
using SQLitePCL;

namespace Monolith.PluginFixtures;

/// <summary>Built twice, against two versions of SQLite and of the library around it, and says which of them it runs on.</summary>
public sealed class NativeAgent : IAgent
{
    private static readonly string Name = typeof(NativeAgent).Assembly.GetName().Name!.EndsWith('A') ? "native-a" : "native-b";

    public NativeAgent() => Batteries_V2.Init();

    public AgentDescriptor Descriptor { get; } = new(
        Name, "1.0.0", "Says which version of its native library it runs on.", [new AgentAction("version", "Gives the versions.", "{}")]);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        raw.sqlite3_open(":memory:", out var database);
        raw.sqlite3_prepare_v2(database, "select 6 * 7", out var query);
        raw.sqlite3_step(query);
        var answer = raw.sqlite3_column_int(query, 0);
        query.Dispose();
        database.Dispose();
        return Task.FromResult(AgentResult.Success() with
        {
            Outputs = new() { ["library"] = typeof(raw).Assembly.GetName().Version!.ToString(), ["native"] = raw.sqlite3_libversion().utf8_to_string(), ["answer"] = answer },
        });
    }
}
