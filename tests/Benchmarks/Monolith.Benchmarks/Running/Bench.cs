using Monolith.Benchmarks.Hosting;

namespace Monolith.Benchmarks.Running;

/// <summary>What all measurements share: the options, a folder that goes at the end, and the one PostgreSQL.</summary>
internal sealed class Bench(BenchOptions options, BenchFolder folder, PostgresServer postgres)
{
    public BenchOptions Options => options;

    public BenchFolder Folder => folder;

    public PostgresServer Postgres => postgres;

    /// <summary>Progress goes to the error stream: the report is all that stands on the output.</summary>
    public static void Say(string line) => Console.Error.WriteLine($"  {line}");
}
