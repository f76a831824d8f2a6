using Monolith.Kernel;

namespace Monolith.Operations.Tests.Shutdown;

/// <summary>A step that does what the test says, and tells the test that it has begun.</summary>
internal sealed class Step(ShutdownPhase phase, string name, Func<CancellationToken, Task> work) : IShutdownStep
{
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ShutdownPhase Phase => phase;

    public string Name => name;

    public Task Begun => begun.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public static Step Good(ShutdownPhase phase, string name, List<string> said) => new(phase, name, _ =>
    {
        said.Add(name);
        return Task.CompletedTask;
    });

    public static Step Hanging(ShutdownPhase phase, string name) => new(phase, name, _ => new TaskCompletionSource().Task);

    public Task RunAsync(CancellationToken cancellationToken)
    {
        begun.TrySetResult();
        return work(cancellationToken);
    }
}
