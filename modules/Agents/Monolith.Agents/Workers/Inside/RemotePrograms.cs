using Monolith.Agents.Sdk;
using Monolith.Agents.Workers.Protocol;

namespace Monolith.Agents.Workers.Inside;

/// <summary>The host runs the programs: in its sandbox, into its log, and it ends them.</summary>
internal sealed class RemotePrograms(RemoteRequests requests) : IProgramRunner
{
    public async Task<ProgramResult> RunAsync(ProgramSpec program, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var request = requests.Send("run", json => ProgramMessage.Write(json, program), program.OnLine);
        await using var abandoning = cancellationToken.UnsafeRegister(_ => requests.Abandon(request), state: null);
        try
        {
            return ProgramMessage.Result(await request.Reply);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    public IRunningProgram Start(ProgramSpec program)
    {
        var request = requests.Send("start", json => ProgramMessage.Write(json, program), program.OnLine);
        request.Reply.GetAwaiter().GetResult();
        return new RemoteProgram(request, requests);
    }

    private sealed class RemoteProgram(RemoteRequest started, RemoteRequests requests) : IRunningProgram
    {
        public Task<ProgramResult> Exited => started.Exited;

        public async ValueTask DisposeAsync()
        {
            try
            {
                await requests.Send("stop", json => json.WriteNumber("program", started.Id)).Reply;
            }
            catch (ProgramStartException)
            {
                // The call is over, and the host has ended it.
            }
        }
    }
}
