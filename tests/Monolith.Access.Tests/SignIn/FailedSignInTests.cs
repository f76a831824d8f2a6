using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.SignIn;

public sealed class FailedSignInTests
{
    [Fact]
    public async Task Fail_ElevenTimes_IsAskedToWaitAndNoKeyIsLogged()
    {
        var keyed = new KeyedHostFixture();
        await keyed.InitializeAsync();
        using var guesser = keyed.Client("guessed-hunter2");
        for (var i = 0; i < 10; i++)
            Assert.Equal(401, await guesser.StatusAsync("/api/v1/runs"));

        using var eleventh = await guesser.Http.GetAsync("/api/v1/runs");
        using var browser = new Browser(keyed.Host.Address);
        using var page = await browser.SubmitAsync("/sign-in", ("key", "guessed-hunter2"));

        Assert.Equal((429, 429), ((int)eleventh.StatusCode, (int)page.StatusCode));
        Assert.InRange(eleventh.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(200, await keyed.Admin.StatusAsync("/api/v1/runs"));
        await keyed.DisposeAsync();
    }
}
