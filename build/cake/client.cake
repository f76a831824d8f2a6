/// The host's document as the tests hold it: what is served is compared with it, and what is generated from it with the code.
void WriteClient()
{
    DotNetRun(
        "build/ClientGenerator",
        new ProcessArgumentBuilder()
            .AppendQuoted("tests/Monolith.Integration.Tests/Startup/__snapshots__/openapi.snap")
            .AppendQuoted("modules/Client/Monolith.Client/Generated/MonolithClient.g.cs"));
}
