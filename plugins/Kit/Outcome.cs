using System.Diagnostics.CodeAnalysis;

namespace Monolith.Plugins.Kit;

/// <summary>A value, or the result that the stage fails with.</summary>
internal readonly record struct Outcome<T>
    where T : class
{
    private readonly T? value;
    private readonly AgentResult? failure;

    private Outcome(T? value, AgentResult? failure) => (this.value, this.failure) = (value, failure);

    public static implicit operator Outcome<T>(T value) => new(value, failure: null);

    public static implicit operator Outcome<T>(AgentResult failure) => new(value: null, failure);

    public bool Try([NotNullWhen(true)] out T? got, [NotNullWhen(false)] out AgentResult? failed)
    {
        got = value;
        failed = failure;
        return failed is null;
    }
}
