using Monolith.Agents.Workers.Inside;

// monolith-worker SOCKET   serves the one plugin that the host at the socket names, until the host closes it
return WorkerMain.Run(args[0]);
