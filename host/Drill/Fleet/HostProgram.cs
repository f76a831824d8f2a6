using System.Diagnostics;
using System.Globalization;
using Monolith.Host.Drill.Options;

namespace Monolith.Host.Drill.Fleet;

/// <summary>How a host of the drill is started: this very program, on its own data folder and a free port of the loopback address.</summary>
internal sealed class HostProgram(DrillFolder folder, string connectionString, int hosts)
{
    /// <summary>The server takes 200 connections; those of killed hosts may linger for a moment.</summary>
    private readonly int pool = Math.Min(40, 120 / hosts);

    public Process Start(int number)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder.Root,
        };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(typeof(HostProgram).Assembly.Location);
        var settings = start.Environment;
        settings["Storage__DataDirectory"] = folder.OfHost(number);
        settings["Storage__MaxPoolSize"] = pool.ToString(CultureInfo.InvariantCulture);
        settings["ConnectionStrings__Postgres"] = connectionString;
        settings.Remove("ConnectionStrings__Redis");
        settings["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        settings["Engine__Lease"] = DrillOptions.Lease.ToString();
        settings["Engine__Heartbeat"] = DrillOptions.Heartbeat.ToString();
        settings["Plugins__Directory"] = "drill";
        settings["Logging__LogLevel__Default"] = "Warning";
        return Process.Start(start)!;
    }
}
