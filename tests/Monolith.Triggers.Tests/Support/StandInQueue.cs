using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using Monolith.Pipelines.Contracts;

namespace Monolith.Triggers.Tests.Support;

/// <summary>Notifications in memory.</summary>
internal sealed class StandInQueue(FakeTimeProvider time) : INotificationQueue
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, (DueNotification Notification, DateTimeOffset DueAt)> pending = [];
    private readonly Channel<bool> bell = Channel.CreateUnbounded<bool>();

    public List<DueNotification> Sent { get; } = [];

    public List<(DueNotification Notification, string Reason)> Dead { get; } = [];

    public List<(string Reason, TimeSpan Pause)> Retries { get; } = [];

    public List<(string Reason, DateTimeOffset Until)> PutOff { get; } = [];

    public List<DateTimeOffset> Sweeps { get; } = [];

    /// <summary>Hears of each that is settled.</summary>
    public Channel<string> Settled { get; } = Channel.CreateUnbounded<string>();

    public int Left
    {
        get
        {
            lock (gate)
                return pending.Count;
        }
    }

    public void Add(DueNotification notification)
    {
        lock (gate)
            pending[notification.Id] = (notification, time.GetUtcNow());
        bell.Writer.TryWrite(true);
    }

    public Task<IReadOnlyList<DueNotification>> TakeDueAsync(TimeSpan lease, int atMost, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var due = pending.Values.Where(item => item.DueAt <= time.GetUtcNow()).Take(atMost).Select(item => item.Notification).ToList();
            foreach (var notification in due)
                pending[notification.Id] = (notification, time.GetUtcNow() + lease);
            return Task.FromResult<IReadOnlyList<DueNotification>>(due);
        }
    }

    public Task SentAsync(DueNotification notification, CancellationToken cancellationToken) => Settle("sent", () =>
    {
        pending.Remove(notification.Id);
        Sent.Add(notification);
    });

    public Task RetryAsync(DueNotification notification, string reason, DateTimeOffset dueAt, CancellationToken cancellationToken) => Settle("retry", () =>
    {
        pending[notification.Id] = (notification with { Attempts = notification.Attempts + 1 }, dueAt);
        Retries.Add((reason, dueAt - time.GetUtcNow()));
    });

    public Task PutOffAsync(DueNotification notification, string reason, DateTimeOffset dueAt, CancellationToken cancellationToken) => Settle("put off", () =>
    {
        pending[notification.Id] = (notification, dueAt);
        PutOff.Add((reason, dueAt));
    });

    public Task GiveUpAsync(DueNotification notification, string reason, CancellationToken cancellationToken) => Settle("dead", () =>
    {
        pending.Remove(notification.Id);
        Dead.Add((notification, reason));
    });

    public Task<int> DeleteSentAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        Sweeps.Add(before);
        return Task.FromResult(0);
    }

    public async Task WaitAsync(TimeSpan patience, CancellationToken cancellationToken) => await bell.Reader.ReadAsync(cancellationToken);

    private Task Settle(string how, Action change)
    {
        lock (gate)
            change();
        Settled.Writer.TryWrite(how);
        return Task.CompletedTask;
    }
}
