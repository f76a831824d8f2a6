using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;

namespace Monolith.Mcp.Tools;

/// <summary>Every tool by name.</summary>
internal static class ToolList
{
    public const string Version = "1.0.0";

    public static void Add(IServiceCollection services)
    {
        Reads<PipelineTools>(services, "list_pipelines", "Lists the stored pipelines.", tools => tools.ListPipelinesAsync);
        Reads<PipelineTools>(services, "list_agents", "Lists the agents, their actions and whether they serve.", tools => tools.ListAgentsAsync);
        Changes<RunTools>(services, "start_run", "Starts a run of a stored pipeline.", tools => tools.StartRunAsync);
        Reads<RunTools>(services, "get_run", "Shows a run: its status, stages, gates, artifacts and error.", tools => tools.GetRunAsync);
        Reads<RunTools>(services, "read_log", "Reads the end of a stage's log.", tools => tools.ReadLogAsync);
        Reads<RunWatch>(services, "watch_run", "Waits until a run is over, for a while, and tells its events as progress.", tools => tools.WatchRunAsync);
        Reads<PeopleTools>(services, "list_decisions", "Lists what stages wait for somebody to decide.", tools => tools.ListDecisionsAsync);
        Changes<PeopleTools>(services, "decide", "Decides what a stage waits for, in the caller's name.", tools => tools.DecideAsync);
        Reads<PeopleTools>(services, "list_clarifications", "Lists what stages ask.", tools => tools.ListClarificationsAsync);
        Changes<PeopleTools>(services, "answer_clarification", "Answers all questions of a clarification, in the caller's name.", tools => tools.AnswerClarificationAsync);
    }

    private static void Reads<T>(IServiceCollection services, string name, string description, Func<T, Delegate> method)
        where T : notnull => Add(services, method, new McpServerToolCreateOptions { Name = name, Description = description, ReadOnly = true, OpenWorld = false });

    private static void Changes<T>(IServiceCollection services, string name, string description, Func<T, Delegate> method)
        where T : notnull => Add(services, method, new McpServerToolCreateOptions { Name = name, Description = description, ReadOnly = false, OpenWorld = false });

    private static void Add<T>(IServiceCollection services, Func<T, Delegate> method, McpServerToolCreateOptions options)
        where T : notnull => services.AddSingleton(provider => McpServerTool.Create(method(provider.GetRequiredService<T>()), options));
}
