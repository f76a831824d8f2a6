using Microsoft.Extensions.Time.Testing;
using Monolith.Access.Contracts;
using Monolith.Access.Keys;

namespace Monolith.Access.Tests.Keys;

public sealed class ApiKeyTests
{
    private readonly FakeTimeProvider time = new();
    private readonly string text = KeyText.New(Guid.NewGuid());

    [Fact]
    public void IsOpenedBy_ItsTextUntilItExpires_True()
    {
        var key = Key() with { ExpiresAt = time.GetUtcNow().AddHours(1) };

        Assert.True(Opens(key, text));
        Assert.False(Opens(key, KeyText.New(key.Id)));
        time.Advance(TimeSpan.FromHours(1));
        Assert.False(Opens(key, text));
    }

    [Fact]
    public void IsOpenedBy_ItsPredecessorUntilTheOverlapEnds_True()
    {
        var newer = KeyText.New(Guid.NewGuid());
        var key = Key() with { Hash = KeyText.Hash(newer), PreviousHash = KeyText.Hash(text), PreviousUntil = time.GetUtcNow().AddMinutes(5) };

        Assert.True(Opens(key, text));
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.False(Opens(key, text));
        Assert.True(Opens(key, newer));
    }

    [Fact]
    public void IdOf_TextOfAKey_IsItsId()
    {
        var id = Guid.NewGuid();

        Assert.Equal(id, KeyText.IdOf(KeyText.New(id)));
        Assert.All(["", "mono_", $"mono_{id:N}", $"{KeyText.New(id)}x", KeyText.New(id).Replace("mono_", "stereo", StringComparison.Ordinal)], other => Assert.Null(KeyText.IdOf(other)));
        Assert.NotEqual(KeyText.New(id), KeyText.New(id));
    }

    private ApiKey Key() => new(Guid.NewGuid(), "ada", [AccessRole.Viewer], KeyText.Hash(text), time.GetUtcNow(), "bob");

    private bool Opens(ApiKey key, string with) => key.IsOpenedBy(KeyText.Hash(with), time.GetUtcNow());
}
