using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Monolith.Pipelines.Contracts;

namespace Monolith.Live.Notices;

/// <summary>Notices within this host.</summary>
internal sealed class LocalNotices(ILogger<LocalNotices> log) : IRunNotices
{
    private ImmutableArray<Subscription> subscriptions = [];

    public void Publish(RunNotice notice)
    {
        foreach (var subscription in subscriptions)
        {
            try
            {
                subscription.OnNotice(notice);
            }
            catch (Exception broken)
            {
                log.LogError(broken, "A listener to the notices of runs broke");
            }
        }
    }

    public IDisposable Subscribe(Action<RunNotice> onNotice)
    {
        var subscription = new Subscription(this, onNotice);
        ImmutableInterlocked.Update(ref subscriptions, list => list.Add(subscription));
        return subscription;
    }

    private sealed class Subscription(LocalNotices notices, Action<RunNotice> onNotice) : IDisposable
    {
        public Action<RunNotice> OnNotice => onNotice;

        public void Dispose() => ImmutableInterlocked.Update(ref notices.subscriptions, list => list.Remove(this));
    }
}
