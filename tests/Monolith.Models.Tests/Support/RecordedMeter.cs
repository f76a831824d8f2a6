using System.Collections.Concurrent;
using Monolith.Models.Contracts;

namespace Monolith.Models.Tests.Support;

internal sealed class RecordedMeter : IModelMeter
{
    public ConcurrentQueue<ModelUse> Uses { get; } = new();

    public ConcurrentQueue<string> Alerts { get; } = new();

    public void Called(ModelUse use) => Uses.Enqueue(use);

    public void BudgetAlerted(string scope) => Alerts.Enqueue(scope);
}
