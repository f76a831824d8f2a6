using System.Net;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Registry.Shadowing;

/// <summary>Refuses what would reach outside, and remembers the first that was asked for: what came of the attempt says nothing then.</summary>
internal sealed class ShadowReach : IProgramRunner, IAgentSecrets
{
    private string? first;

    /// <summary>What was asked for; null when nothing was.</summary>
    public string? First => first;

    public void Note(string what) => Interlocked.CompareExchange(ref first, what, null);

    public Task<ProgramResult> RunAsync(ProgramSpec program, CancellationToken cancellationToken) => throw Refuse(program);

    public IRunningProgram Start(ProgramSpec program) => throw Refuse(program);

    public string? Find(string name)
    {
        Note("It asks for a secret.");
        return null;
    }

    /// <summary>Whoever asks for a handler means to call; an agent in a worker calls by one of its own after that.</summary>
    /// <returns>A handler that connects nowhere.</returns>
    public SocketsHttpHandler CreateHandler()
    {
        Note("It calls over the network.");
        return new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = (to, _) => throw new AddressRefusedException($"{((DnsEndPoint)to.DnsEndPoint).Host}: a recorded attempt that is done again calls nobody."),
        };
    }

    private ProgramStartException Refuse(ProgramSpec program)
    {
        var name = Path.GetFileName(program.FileName);
        Note($"It runs a program ({name}).");
        return new ProgramStartException($"'{name}' is not run: a recorded attempt that is done again runs no programs.");
    }
}
