using System.Text;
using Monolith.Triggers.Hooks.Sources;

namespace Monolith.Triggers.Tests.Hooks;

public sealed class CloudEventTests
{
    private const string Structured = "application/cloudevents+json; charset=utf-8";

    [Fact]
    public void Read_Structured_HasItsAttributesAndData()
    {
        var read = CloudEventReader.Read(Payload.Request(
            Encoding.UTF8.GetBytes("""{"specversion":"1.0","id":"1","type":"com.example.order","source":"/shop","subject":"42","time":"2026-11-29T10:00:00Z","data":{"count":2}}"""), Structured)).Value;

        Assert.Equal(("1", "com.example.order", "/shop", "42"), (read.Id, read.Type, read.Source, read.Subject));
        Assert.Equal(2, read.Data!.Value.GetProperty("count").GetInt32());
    }

    [Fact]
    public void Read_Binary_TakesAttributesFromTheHeaders()
    {
        var request = Payload.Request(
            Encoding.UTF8.GetBytes("""{"count":2}"""), ("ce-specversion", "1.0"), ("ce-id", "1"), ("ce-type", "com.example.order"), ("ce-source", "/shop"), ("ce-subject", "caf%C3%A9"));

        Assert.True(CloudEventReader.IsOne(request));
        var read = CloudEventReader.Read(request).Value;
        Assert.Equal(("com.example.order", "café", 2), (read.Type, read.Subject, read.Data!.Value.GetProperty("count").GetInt32()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("nothing")]
    [InlineData("""{"specversion":"1.0","id":"1","source":"/shop"}""")]
    [InlineData("""{"specversion":"2.0","id":"1","type":"t","source":"/shop"}""")]
    [InlineData("""{"specversion":"1.0","id":"1","type":"t","source":"/shop","time":"noon"}""")]
    public void Read_NoCloudEvent_IsRefusedWithTheReason(string body)
    {
        var problem = Assert.Single(CloudEventReader.Read(Payload.Request(Encoding.UTF8.GetBytes(body), Structured)).Problems);

        Assert.StartsWith("This is no CloudEvent 1.0: ", problem.Message, StringComparison.Ordinal);
    }
}
