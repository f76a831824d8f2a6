using System.Text;
using Monolith.Agents.Contracts;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Engine.Launch;
using Monolith.Pipelines.Library;
using Monolith.Pipelines.Runs.Events;

namespace Monolith.Benchmarks.Hosting;

/// <summary>Submits runs of one definition to a host in this process, past HTTP, and hears how each goes.</summary>
internal sealed class RunSubmitter : IDisposable
{
    private readonly RunLauncher launcher;
    private readonly CompiledDefinition definition;
    private readonly RunCreated created;
    private readonly RunEnds ends;
    private readonly long versionAtEnd;

    private RunSubmitter(InProcessHost host, NoopPipeline pipeline, CompiledDefinition definition, bool timed)
    {
        (this.definition, versionAtEnd) = (definition, pipeline.VersionAtEnd);
        launcher = host.Get<RunLauncher>();
        ends = new RunEnds(host.Get<IRunNotices>(), timed ? [versionAtEnd, NoopPipeline.VersionAtFirstStage] : [versionAtEnd]);
        var agent = host.Get<IAgentCatalog>().Find("recorder")!;
        created = new RunCreated(
            pipeline.Name, null, definition.Hash, Json.Nothing, new Dictionary<string, string>(), "manual", null, null,
            new Dictionary<string, string> { [agent.Name] = agent.ContentHash }, TimeProvider.System.GetUtcNow());
    }

    /// <param name="host">The host.</param>
    /// <param name="pipeline">What every run does.</param>
    /// <param name="timed">Whether <see cref="TimeAsync"/> will be called.</param>
    public static async Task<RunSubmitter> CreateAsync(InProcessHost host, NoopPipeline pipeline, bool timed = false)
    {
        var compiled = host.Get<DefinitionCompiler>().Compile(Encoding.UTF8.GetBytes(pipeline.Json), DefinitionFormat.Json);
        if (!compiled.IsSuccess)
            throw new InvalidOperationException(compiled.Problems[0].Message);
        await host.Get<DefinitionLibrary>().AddAsync(compiled.Value, CancellationToken.None);
        return new RunSubmitter(host, pipeline, compiled.Value, timed);
    }

    /// <summary>Submits one run and returns when it is over.</summary>
    public async Task RunAsync() => await ends.WaitAsync(await SubmitAsync(), versionAtEnd);

    /// <returns>From the call to the notice that the first stage was begun, and to the notice that the run is over.</returns>
    public async Task<(TimeSpan FirstStage, TimeSpan End)> TimeAsync()
    {
        var from = TimeProvider.System.GetElapsedTime(0);
        var run = await SubmitAsync();
        var end = await ends.WaitAsync(run, versionAtEnd);
        var first = await ends.WaitAsync(run, NoopPipeline.VersionAtFirstStage);
        return (first - from, end - from);
    }

    public void Dispose() => ends.Dispose();

    private async Task<Guid> SubmitAsync() =>
        (await launcher.LaunchAsync(new RunDraft(definition, created with { At = TimeProvider.System.GetUtcNow() })))!.Id;
}
