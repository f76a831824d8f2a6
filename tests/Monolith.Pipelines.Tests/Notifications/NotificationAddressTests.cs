using Monolith.Pipelines.Notifications;

namespace Monolith.Pipelines.Tests.Notifications;

public sealed class NotificationAddressTests
{
    [Theory]
    [InlineData("https://example.com/hook?token=x", null)]
    [InlineData("http://localhost:9000/hook", null)]
    [InlineData("cloudevents+https://example.com/hook", null)]
    [InlineData("cloudevents+http://example.com/hook", "https://")]
    [InlineData("status+github:a/b@c", "https://")]
    [InlineData("http://127.0.0.1:9000/hook", null)]
    [InlineData("http://[::1]:9000/hook", null)]
    [InlineData("mailto:some.one+tag@example.org", null)]
    [InlineData("http://example.com/hook", "https://")]
    [InlineData("http://localhost.example.com/", "https://")]
    [InlineData("ftp://example.com", "https://")]
    [InlineData("example.com", "https://")]
    [InlineData("https://user:secret@example.com/", "password")]
    [InlineData("https://example.com/#part", "#")]
    [InlineData("mailto:a@example.org,b@example.org", "one mailbox")]
    [InlineData("mailto:a@example.org?bcc=b@example.org", "one mailbox")]
    [InlineData("mailto:a@example.org\nBcc: b@example.org", "one mailbox")]
    [InlineData("mailto:a@example.org\n", "one mailbox")]
    [InlineData("mailto:", "one mailbox")]
    public void FaultOf_Address_SaysHowToMendIt(string address, string? mend)
    {
        var fault = NotificationAddress.FaultOf(address);

        if (mend is null)
            Assert.Null(fault);
        else
            Assert.Contains(mend, fault, StringComparison.Ordinal);
    }
}
