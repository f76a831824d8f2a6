using Marten;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Monolith.Pipelines.Decisions.Policy;

/// <summary>
/// The policy that holds now. Its file is looked at every few seconds, by content: file systems tell of changes in as many ways as there
/// are of making them. A new text with mistakes is refused, and the old policy goes on.
/// </summary>
internal sealed class CurrentPolicy : IDisposable
{
    private const int MaxBytes = 1 << 20;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private readonly string? file;
    private readonly IDocumentStore store;
    private readonly ILogger<CurrentPolicy> log;
    private readonly ITimer? timer;
    private volatile DecisionPolicy policy;
    private volatile string? kept;
    private byte[] text;

    /// <exception cref="InvalidOperationException">The file has mistakes, or is not there.</exception>
    public CurrentPolicy(IOptions<PolicyOptions> options, IDocumentStore store, TimeProvider time, ILogger<CurrentPolicy> log)
    {
        (file, this.store, this.log) = (options.Value.PolicyFile, store, log);
        text = file is null ? BuiltIn() : Read(file);
        var bound = PolicyBinder.Bind(text);
        policy = bound.IsSuccess ? bound.Value : throw new InvalidOperationException(string.Join(Environment.NewLine, bound.Problems));
        if (file is not null)
            timer = time.CreateTimer(_ => LookAgain(), null, Look, Look);
    }

    public DecisionPolicy Now => policy;

    /// <summary>The policy that holds now, kept in the store by its hash before it rules anything.</summary>
    public async Task<DecisionPolicy> ForRulingAsync(CancellationToken cancellationToken)
    {
        var now = policy;
        if (kept == now.Hash)
            return now;
        await using var session = store.LightweightSession();
        session.Store(new PolicyDocument { Id = now.Hash, Canonical = now.Canonical });
        await session.SaveChangesAsync(cancellationToken);
        kept = now.Hash;
        return now;
    }

    public void Dispose() => timer?.Dispose();

    /// <returns>What is wrong with a file that a host is to start with; null when nothing is.</returns>
    public static string? Fault(string file)
    {
        if (!File.Exists(file))
            return $"There is no file '{file}'.";
        if (new FileInfo(file).Length > MaxBytes)
            return $"'{file}' is longer than {MaxBytes} bytes.";
        var mistakes = PolicyBinder.Bind(Read(file)).Problems;
        return mistakes.Count == 0 ? null : $"{mistakes.Count} mistakes: {string.Join(" ", mistakes.Select(mistake => $"{mistake.Path}: {mistake.Message}"))}";
    }

    private void LookAgain()
    {
        try
        {
            var now = Read(file!);
            if (now.AsSpan().SequenceEqual(text))
                return;
            text = now;
            var bound = PolicyBinder.Bind(now);
            if (bound.IsSuccess)
            {
                policy = bound.Value;
                log.LogInformation("{Operation}: the policy is now {Hash}", "policy_reload", bound.Value.Hash);
            }
            else
            {
                log.LogError("{Operation}: the new policy is refused, {Hash} goes on. {Mistakes}", "policy_reload", policy.Hash, string.Join(" ", bound.Problems));
            }
        }
        catch (Exception unreadable)
        {
            // Thrown in a timer it would end the process.
            log.LogWarning("{Operation}: the policy file cannot be read, {Hash} goes on. {Reason}", "policy_reload", policy.Hash, unreadable.Message);
        }
    }

    /// <exception cref="InvalidOperationException">It is too long for a policy.</exception>
    private static byte[] Read(string file)
    {
        using var stream = File.OpenRead(file);
        var bytes = new byte[MaxBytes + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length <= MaxBytes ? bytes[..length] : throw new InvalidOperationException($"'{file}' is longer than {MaxBytes} bytes.");
    }

    public static byte[] BuiltIn()
    {
        using var stream = typeof(CurrentPolicy).Assembly.GetManifestResourceStream("DefaultPolicy.yaml")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
