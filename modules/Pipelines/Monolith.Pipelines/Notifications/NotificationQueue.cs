using System.Text.Json;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Journal.Items;
using Npgsql;

namespace Monolith.Pipelines.Notifications;

internal sealed class NotificationQueue(
    RunItemTable items, NotificationBell bell, NpgsqlDataSource database, JournalSchema schema, TimeProvider time) : INotificationQueue
{
    public async Task<IReadOnlyList<DueNotification>> TakeDueAsync(TimeSpan lease, int atMost, CancellationToken cancellationToken)
    {
        var taken = await items.TakeDueAsync(RunItemKinds.Notification, time.GetUtcNow(), lease, atMost, cancellationToken);
        return [.. taken.Select(stored => Data(stored).Due(stored.Item.Id, stored.RunId))];
    }

    public Task SentAsync(DueNotification notification, CancellationToken cancellationToken) =>
        MoveAsync(notification.Id, NotificationStatus.Sent, NotificationData.Of(notification), dueAt: null, cancellationToken);

    public Task RetryAsync(DueNotification notification, string reason, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        MoveAsync(notification.Id, NotificationStatus.Pending, Failed(notification, reason), dueAt, cancellationToken);

    public Task PutOffAsync(DueNotification notification, string reason, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        MoveAsync(notification.Id, NotificationStatus.Pending, NotificationData.Of(notification) with { Error = reason }, dueAt, cancellationToken);

    public Task GiveUpAsync(DueNotification notification, string reason, CancellationToken cancellationToken) =>
        MoveAsync(notification.Id, NotificationStatus.Dead, Failed(notification, reason), dueAt: null, cancellationToken);

    public async Task<int> DeleteSentAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"delete from {schema.Name}.run_items where kind = $1 and created_at < $2 and status = $3");
        command.Parameters.AddWithValue(RunItemKinds.Notification);
        command.Parameters.AddWithValue(before);
        command.Parameters.AddWithValue(NotificationStatus.Sent);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task WaitAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await bell.RungAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody rang: time to look anyway.
        }
    }

    private static NotificationData Data(StoredRunItem stored) =>
        JsonSerializer.Deserialize(stored.Item.Data, NotificationJson.Default.NotificationData)!;

    private static NotificationData Failed(DueNotification notification, string reason) =>
        NotificationData.Of(notification) with { Attempts = notification.Attempts + 1, Error = reason };

    private Task<bool> MoveAsync(Guid id, string status, NotificationData data, DateTimeOffset? dueAt, CancellationToken cancellationToken)
    {
        var json = StorableJson.Serialize(data, NotificationJson.Default.NotificationData);
        return StoreOutage.RideOutAsync(
            () => items.MoveAsync(id, NotificationStatus.Pending, status, json, dueAt, cancellationToken), time, cancellationToken);
    }
}
