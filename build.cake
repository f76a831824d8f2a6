// dotnet tool restore && dotnet cake --target Test

#load "build/cake/bench.cake"
#load "build/cake/build.cake"
#load "build/cake/client.cake"
#load "build/cake/drill.cake"
#load "build/cake/format.cake"
#load "build/cake/fuzz.cake"
#load "build/cake/results.cake"
#load "build/cake/settings.cake"
#load "build/cake/supply-chain.cake"
#load "build/cake/plugins.cake"
#load "build/cake/image.cake"
#load "build/cake/public-api.cake"

var target = Argument("target", "Test");
var solution = File("Monolith.sln");
var artifacts = Directory("artifacts");
var testResults = artifacts + Directory("test-results");

// Debug is what `dotnet build` and `dotnet test` take; what leaves the house is Release.
string ConfigurationOr(string usual) => Argument("configuration", usual);

void FormatCode() => Format(solution, fix: Argument("fix", false));

void RunTests(bool isBuilt) => TestSolution(solution, testResults, ConfigurationOr("Debug"), isBuilt);

Task("Clean")
    .Description("Deletes everything the build makes.")
    .Does(() => EnsureDirectoryDoesNotExist(artifacts, new DeleteDirectorySettings { Recursive = true, Force = true }));

Task("Build")
    .Description("Builds the solution with its analyzers; a warning is an error.")
    .Does(() => BuildSolution(solution, ConfigurationOr("Debug")));

Task("Test")
    .Description("Runs every test and counts the results.")
    .Does(() => RunTests(isBuilt: false));

Task("Long")
    .Description("Runs the tests that take minutes: whole deliveries, the samples across kills, the examples of the agents' pages.")
    .Does(() => RunLongTests(solution, ConfigurationOr("Debug")));

Task("Docs")
    .Description("Pastes every command of the README and the tutorial into a shell, with a host that runs.")
    .Does(() => TestDocs("tests/Monolith.Integration.Tests", ConfigurationOr("Debug")));

Task("Results")
    .Description("Counts what the last test run left.")
    .Does(() => CountResults(testResults));

Task("Architecture")
    .Description("Runs the architecture tests alone.")
    .Does(() => DotNetTest("tests/Monolith.Architecture.Tests", new DotNetTestSettings { Configuration = ConfigurationOr("Debug") }));

Task("Format")
    .Description("Checks the format against .editorconfig; --fix true mends it.")
    .Does(FormatCode);

Task("PublicApi")
    .Description("Writes the public API files of the SDK and the contracts anew, after a change that is meant.")
    .Does(() => WritePublicApi("modules"));

Task("Settings")
    .Description("Writes the schema and the page of the settings anew, after a change of options.")
    .Does(() => WriteSettings("host", ConfigurationOr("Debug")));

Task("Client")
    .Description("Writes the generated code of Monolith.Client anew, after a change of the OpenAPI document.")
    .Does(WriteClient);

Task("Plugins")
    .Description("Publishes each first-party plugin to artifacts/plugins/<assembly>.")
    .Does(() => PublishPlugins("plugins", artifacts + Directory("plugins"), ConfigurationOr("Release")));

Task("Publish")
    .Description("Publishes the host with its plugins to artifacts/publish, with sbom.json, the packages that it is made of.")
    .Does(() =>
    {
        var output = artifacts + Directory("publish");
        EnsureDirectoryDoesNotExist(output, new DeleteDirectorySettings { Recursive = true, Force = true });
        DotNetPublish("host", new DotNetPublishSettings { Configuration = ConfigurationOr("Release"), OutputDirectory = output });
        WriteBom(artifacts, output + File("sbom.json"));
    });

Task("Pack")
    .Description("Packs what authors of agents need, the client and the command line to artifacts/packages.")
    .DoesForEach(
    [
        "modules/Agents/Monolith.Agents.Sdk", "modules/Agents/Monolith.Agents.Testing", "modules/Agents/Monolith.Agents.Extensions.AI", "modules/Agents/Monolith.Agents.Templates",
        "modules/Client/Monolith.Client", "modules/Client/Monolith.Cli",
    ], project =>
        DotNetPack(project, new DotNetPackSettings
        {
            Configuration = ConfigurationOr("Release"),
            OutputDirectory = artifacts + Directory("packages"),
        }));

Task("Bench")
    .Description("Measures speed and size beside other engines, on a private PostgreSQL; --quick, --repeats, --only.")
    .Does(() => RunBenchmarks(artifacts + Directory("bench")));

Task("Overload")
    .Description("Asks a host for ten times the starts that it can do, for a minute, and reports what comes of it; --quick for a tenth of it.")
    .Does(() => RunBenchmarks(artifacts + Directory("overload"), only: "overload"));

Task("Drill")
    .Description("Kills hosts at work 200 times and holds them to their promises; --kills, --hosts, --database-restarts, --freezes, --seed.")
    .Does(RunDrill);

Task("Fuzz")
    .Description("Gives every reader of foreign input a million inputs; --inputs N for the quick readers, --seed of a failure.")
    .Does(() => RunFuzz(artifacts + Directory("fuzz")));

Task("Image")
    .Description("Builds the container image; --sdk-image, --runtime-image and --tag say from what and under which name.")
    .Does(() => BuildImage(Argument("tag", "monolith:latest")));

Task("Audit")
    .Description("Asks the package sources for known vulnerabilities of the packages that are shipped; one fails it.")
    .Does(() => AuditPackages(artifacts));

Task("CI")
    .Description("What a change must pass: build, audit, format and every test. A fault of one does not hide those of another.")
    .IsDependentOn("Build")
    .Does(() => AuditPackages(artifacts))
    .Does(FormatCode)
    .Does(() => RunTests(isBuilt: true))
    .DeferOnError();

RunTarget(target);
