using Monolith.Cli.Running;

return await Tool.RunAsync(args, Surroundings.OfThisProcess());
