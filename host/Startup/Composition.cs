using System.Text.Json;
using System.Text.Json.Serialization;
using Autofac.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Monolith.Access;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Projects;
using Monolith.Agents;
using Monolith.Dashboard;
using Monolith.Features;
using Monolith.Host.Settings;
using Monolith.Host.Settings.SecretFiles;
using Monolith.Kernel;
using Monolith.Live;
using Monolith.Mcp;
using Monolith.Models;
using Monolith.Operations;
using Monolith.Pipelines;
using Monolith.Resilience;
using Monolith.Scheduling;
using Monolith.Secrets;
using Monolith.Storage;
using Monolith.Triggers;

namespace Monolith.Host.Startup;

/// <summary>The composition root: which modules there are, and their order.</summary>
internal static class Composition
{
    private const string UsualAddress = "http://localhost:8080";
    /// <summary>More than the largest that any route takes, so that each refuses by its own limit and says what it is.</summary>
    private const long MaxBody = 16 << 20;

    private const string AnyFreePort = "http://127.0.0.1:0";

    /// <summary>A word for what serves nothing: a host that serves with these very settings must not make them wrong.</summary>
    public const string NoAddress = $"--urls={AnyFreePort}";

    /// <exception cref="StartRefusedException">Words of the command line set nothing.</exception>
    public static WebApplicationBuilder CreateBuilder(string[] args, bool isDemo)
    {
        if (ArgumentCheck.Run(args).ToList() is { Count: > 0 } problems)
            throw new StartRefusedException(problems);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Composition).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Profiles.Of(args),
        });
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null)
            builder.WebHost.UseUrls(isDemo ? AnyFreePort : UsualAddress);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
        });
        builder.Host.UseServiceProviderFactory(new AutofacServiceProviderFactory());
        builder.UseMonolithLogging(isDemo);
        SecretFiles.Add(builder);
        Profiles.AddRules(builder);
        AddModules(builder);
        return builder;
    }

    /// <exception cref="StartRefusedException">A setting is wrong; all that are wrong are named.</exception>
    public static void CheckSettings(WebApplicationBuilder builder)
    {
        if (SettingsCheck.Run(builder.Services, builder.Configuration) is { Count: > 0 } problems)
            throw new StartRefusedException(problems);
    }

    public static WebApplication Build(WebApplicationBuilder builder, RunningDatabase database)
    {
        builder.Services.AddStorage(database);
        var app = builder.Build();
        app.UseMcp();
        app.UseSecurityHeaders();
        app.UseRequestMetrics();
        app.UseOperations();
        app.UseStartLimit();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseAccess();
        app.MapOpenApi().RequireRole(AccessRole.Viewer).ForAllProjects();
        DocsPage.Map(app);
        ConfigurationEndpoints.Map(app);
        app.MapAccess();
        app.MapFeatures();
        app.MapOperations();
        app.MapAgents();
        app.MapPluginRegistry();
        app.MapPipelines();
        app.MapLive();
        app.MapMcpServer();
        app.MapScheduling();
        app.MapResilience();
        app.MapModels();
        app.MapSecrets();
        app.MapTriggers();
        app.MapDashboard();
        return app;
    }

    private static void AddModules(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(HostIdentity.Create());
        services.AddExceptionHandler<RequestFaults>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = FrameworkProblems.Complete);
        services.AddOpenApi(options => options
            .AddOperationTransformer(ProjectParameter.DescribeAsync)
            .AddOperationTransformer(HeaderParameters.DescribeAsync)
            .AddOperationTransformer(RequestExamples.AddAsync)
            .AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo { Title = "Monolith", Version = "v1", Description = "Pipelines, runs and agents." };
                document.Servers = [];
                return Task.CompletedTask;
            }));
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });

        services.AddStorageSettings();
        services.AddAccess(builder.Configuration);
        services.AddFeatures(builder.Configuration);
        services.AddSecrets();
        services.AddOperations();
        services.AddTracing(builder.Configuration);
        services.AddResilience();
        services.AddPluginRegistry();
        services.AddAgents(builder.Configuration);
        services.AddLive(builder.Configuration);
        services.AddPipelines();
        services.AddMcp();
        services.AddScheduling();
        services.AddTriggers();
        services.AddModels(builder.Configuration);
        services.AddDashboard();
    }
}
