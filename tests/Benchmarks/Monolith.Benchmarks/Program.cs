using Monolith.Benchmarks.Running;

return await BenchCommand.RunAsync(args);
