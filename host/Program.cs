using Monolith.Host.Startup;

return await HostCommand.RunAsync(args);
