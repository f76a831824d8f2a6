using Monolith.Kernel;
using Monolith.Pipelines.Contracts.Triggers;

namespace Monolith.Triggers.Hooks;

/// <summary>A kind of sender.</summary>
internal interface IHookSource
{
    /// <summary>Part of the address.</summary>
    string Name { get; }

    /// <returns>Whether who sent it knows one of the secrets, which are separated by spaces.</returns>
    bool IsGenuine(HookRequest request, string secrets, DateTimeOffset now);

    /// <summary>Reads a genuine request.</summary>
    /// <exception cref="InvalidOperationException">A text of it is no text.</exception>
    Result<HookMessage> Read(HookRequest request, string project);
}

/// <summary>What a request says.</summary>
/// <param name="Id">The sender's, the same at each attempt.</param>
/// <param name="What">Null for what never starts anything, such as a ping.</param>
internal sealed record HookMessage(string Id, TriggerEvent? What)
{
    /// <summary>Of what is signed without the id: who sends it once more under another one is not heard.</summary>
    public string? BodyHash { get; init; }
}
