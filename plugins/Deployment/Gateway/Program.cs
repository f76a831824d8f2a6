using Monolith.Plugins.Deployment.Gateway;

return await GatewayProgram.RunAsync(args);
