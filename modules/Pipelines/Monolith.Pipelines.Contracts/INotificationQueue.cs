namespace Monolith.Pipelines.Contracts;

/// <summary>
/// Notifications that are to be sent. Each was written in the transaction of the event it tells of, so none is lost and no run waits for one.
/// Whoever takes some has them alone until the lease is over; what is not settled by then is handed out again, on whichever host.
/// </summary>
public interface INotificationQueue
{
    /// <param name="lease">For how long nobody else gets them.</param>
    /// <param name="atMost">At most so many.</param>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <returns>Oldest due first.</returns>
    /// <exception cref="System.Data.Common.DbException">The store does not answer.</exception>
    Task<IReadOnlyList<DueNotification>> TakeDueAsync(TimeSpan lease, int atMost, CancellationToken cancellationToken);

    /// <summary>It was sent. Waits for a store that is away.</summary>
    Task SentAsync(DueNotification notification, CancellationToken cancellationToken);

    /// <summary>This attempt failed; another follows. Waits for a store that is away.</summary>
    /// <param name="notification">As it was taken.</param>
    /// <param name="reason">For people; no secrets.</param>
    /// <param name="dueAt">When the next attempt may begin, UTC.</param>
    /// <param name="cancellationToken">Gives it up; the lease then ends by itself.</param>
    Task RetryAsync(DueNotification notification, string reason, DateTimeOffset dueAt, CancellationToken cancellationToken);

    /// <summary>No attempt was made, for the receiver's sake. Waits for a store that is away.</summary>
    /// <param name="notification">As it was taken.</param>
    /// <param name="reason">For people; no secrets.</param>
    /// <param name="dueAt">When an attempt may begin, UTC.</param>
    /// <param name="cancellationToken">Gives it up; the lease then ends by itself.</param>
    Task PutOffAsync(DueNotification notification, string reason, DateTimeOffset dueAt, CancellationToken cancellationToken);

    /// <summary>It is not sent any more and stays listed as dead. Waits for a store that is away.</summary>
    /// <param name="notification">As it was taken.</param>
    /// <param name="reason">For people; no secrets.</param>
    /// <param name="cancellationToken">Gives it up; the lease then ends by itself.</param>
    Task GiveUpAsync(DueNotification notification, string reason, CancellationToken cancellationToken);

    /// <summary>Deletes what was written before a time and sent.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="System.Data.Common.DbException">The store does not answer.</exception>
    Task<int> DeleteSentAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <returns>When this host has written a notification, or the patience is at its end.</returns>
    Task WaitAsync(TimeSpan patience, CancellationToken cancellationToken);
}
