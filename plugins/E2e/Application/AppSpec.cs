using System.Globalization;
using System.Text.Json;

namespace Monolith.Plugins.E2e.Application;

/// <summary>The application under test: where it answers, and how it is started if the stage has to.</summary>
/// <param name="Url">Where it answers.</param>
/// <param name="ReadyUrl">What answers 200 to 399 once it is ready.</param>
/// <param name="Program">Null for an application that runs already.</param>
/// <param name="OwnPort">Where the program is told to listen.</param>
internal sealed record AppSpec(Uri Url, Uri ReadyUrl, TimeSpan ReadyWithin, ProgramSpec? Program, int? OwnPort)
{
    private const string Port = "{port}";

    public static Outcome<AppSpec> Read(IAgentContext context)
    {
        var app = context.Parameters.Value("app") ?? throw new ParameterException("app", "is missing");
        var free = FreePort.Find();
        var port = free.ToString(CultureInfo.InvariantCulture);
        var address = (app.Text("url") ?? $"http://127.0.0.1:{Port}").Replace(Port, port, StringComparison.Ordinal);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return Failed.Validation($"Parameter 'app.url' must be an http or https address, not '{address}'.");
        if (!Uri.TryCreate(url, app.Text("readyPath") ?? "/", out var ready))
            return Failed.Validation("Parameter 'app.readyPath' must be a path such as /health.");

        ProgramSpec? program = null;
        if (app.Text("command") is { } command)
        {
            if (!ProgramOf(context, app, command, port).Try(out program, out var failure))
                return failure;
        }
        else if (app.Text("url") is null)
        {
            return Failed.Validation("Parameter 'app' must have 'command', which starts the application, or 'url', where it runs.");
        }

        return new AppSpec(url, ready, app.Duration("readyWithin", TimeSpan.FromSeconds(60)), program, program is null ? null : free);
    }

    private static Outcome<ProgramSpec> ProgramOf(IAgentContext context, JsonElement app, string command, string port)
    {
        if (!WorkspacePath.ResolveFolder(context, app.Text("workingFolder") ?? ".").Try(out var folder, out var failure))
            return failure;
        var environment = app.Map("environment")
            .ToDictionary(entry => entry.Key, entry => (string?)entry.Value.Replace(Port, port, StringComparison.Ordinal));
        foreach (var (name, secret) in app.Map("secretEnvironment"))
        {
            if (context.Secrets.Find(secret) is not { } value)
                return Failed.Validation($"There is no secret '{secret}' for '{name}': the stage must declare it and a store must hold it.");
            environment[name] = value;
        }

        environment[app.Text("portVariable") ?? "PORT"] = port;
        return new ProgramSpec(command, [.. app.Texts("arguments").Select(argument => argument.Replace(Port, port, StringComparison.Ordinal))])
        {
            WorkingFolder = WorkspacePath.Relative(context, folder),
            Environment = environment,
            LogOutput = false,
        };
    }
}
