using System.Text;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Registry;

[Collection(OneHost.Name)]
public sealed class BrokenPackageTests(HostFixture fixture)
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("text");

    public static TheoryData<string> Kinds => [.. Archives.Keys];

    private static Dictionary<string, Func<byte[]>> Archives { get; } = new()
    {
        ["empty body"] = () => [],
        ["no archive"] = () => Text,
        ["truncated"] = () => Package.Of("truncated")[..2000],
        ["empty archive"] = () => Package.Zip(),
        ["no plugin"] = () => Package.Zip(("broken/readme.txt", Text)),
        ["no assembly"] = () => Package.Zip(("broken/broken.dll", Text)),
        ["traversal"] = () => Package.Zip(("broken/broken.dll", Text), ("broken/../../outside.txt", Text)),
        ["absolute"] = () => Package.Zip(("/broken/broken.dll", Text)),
        ["twice"] = () => Package.Zip(("broken/broken.dll", Text), ("broken/broken.dll", Text)),
        ["two spellings"] = () => Package.Zip(("broken/broken.dll", Text), ("broken/Broken.dll", Text)),
        ["file and folder"] = () => Package.Zip(("broken/broken.dll", Text), ("broken/broken.dll/inner.txt", Text)),
        ["bomb"] = () => Package.Zip(("broken/broken.dll", new byte[20 << 20])),
        ["bad name"] = () => Package.Zip(("bad name/broken.dll", Text)),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Upload_BrokenArchive_IsRefusedAndLeavesNothing(string kind)
    {
        var (status, body) = await fixture.Http.UploadAsync(Archives[kind]());

        Assert.True(status == 422, body.GetRawText());
        Assert.NotEmpty(body.GetProperty("errors")[0].GetProperty("message").GetString()!);
        Assert.False(Directory.Exists(fixture["plugin-packages"]) && Directory.EnumerateFileSystemEntries(fixture["plugin-packages"]).Any());
        Assert.Equal(404, (int)(await fixture.Http.GetAsync($"{PackageCalls.Packages}/broken")).StatusCode);
        Assert.Empty(Directory.GetFiles(fixture.Folder, "outside.txt"));
        Assert.Empty(Directory.GetFiles(fixture["loaded-plugins"], "outside.txt", SearchOption.AllDirectories));
    }
}
