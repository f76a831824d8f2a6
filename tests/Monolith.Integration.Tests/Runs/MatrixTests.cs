using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Runs;

[Collection(OneHost.Name)]
public sealed class MatrixTests(HostFixture host)
{
    [Fact]
    public async Task Matrix_Members_EachHaveTheirParametersAndOutputsAreAList()
    {
        var file = host[$"file-{Guid.NewGuid():N}"];
        var run = await host.Http.StartAsync($$"""
            name: matrix
            stages:
              - id: t
                agent: recorder
                action: record
                matrix: { axes: { os: [linux, windows] }, include: [{ os: mac }], maxParallel: 1 }
                parameters: { file: {{file}}, echo: "$[[ matrix.os ]]" }
              - { id: z, agent: recorder, action: record, needs: [t], parameters: { file: {{file}}, echo: "$[[ stages.t.outputs[2].echo ]]" } }
            """.Replace("$[[", "${{", StringComparison.Ordinal).Replace("]]", "}}", StringComparison.Ordinal));

        var ended = await host.Http.EndAsync(run);

        Assert.Equal("t.1:success t.2:success t.3:success t:success z:success", ended.Stages());
        Assert.Equal("mac", ended.GetProperty("stages")[4].GetProperty("outputs").GetProperty("echo").GetString());
    }
}
