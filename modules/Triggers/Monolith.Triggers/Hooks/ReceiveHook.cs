using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Contracts.Projects;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Secrets.Contracts;
using Monolith.Triggers.Hooks.Deliveries;

namespace Monolith.Triggers.Hooks;

/// <summary><c>POST /api/v1/hooks/{source}</c>: what is signed is kept, then answered.</summary>
internal sealed class ReceiveHook(
    IEnumerable<IHookSource> sources, ISecrets secrets, IFailedSignIns failures, DeliveryDesk desk, IHookMeter meter, TimeProvider time)
{
    private const int MaxId = 200;

    public async Task<Results<Accepted<HookResponse>, ProblemHttpResult>> HandleAsync(string source, string? project, HttpContext http)
    {
        if (sources.FirstOrDefault(known => known.Name == source) is not { } from)
            return Refuse(StatusCodes.Status404NotFound, ErrorCodes.NotFound, $"There is no source '{(source.Length > 60 ? source[..60] : source)}'. There are {string.Join(", ", sources.Select(known => known.Name))}.", "source");
        var whose = project ?? Project.Default;
        if (!Project.IsName(whose))
            return Refuse(StatusCodes.Status400BadRequest, ErrorCodes.ValidationError, "This is no project's name: lower-case letters, digits, '-' and '_', at most 63.", "project");
        if (await HookBody.ReadAsync(http.Request, http.RequestAborted) is not { } body)
            return Count(from, "invalid", Refuse(StatusCodes.Status413PayloadTooLarge, ErrorCodes.ValidationError, $"The body is larger than {HookBody.MaxBytes >> 20} MiB.", "body"));

        var request = new HookRequest(http.Request.Headers, http.Request.ContentType, body);
        var known = await secrets.FindAsync(whose, $"webhook_{from.Name}", http.RequestAborted);
        if (!known.IsSuccess)
            return Count(from, "unavailable", ProblemAnswer.Of(known.Problems, StatusCodes.Status503ServiceUnavailable));
        return known.Value is { Length: > 0 } secret && from.IsGenuine(request, secret, time.GetUtcNow())
            ? await TakeAsync(http, from, whose, request)
            : Count(from, "unsigned", Unsigned(http, from));
    }

    private async Task<Results<Accepted<HookResponse>, ProblemHttpResult>> TakeAsync(HttpContext http, IHookSource from, string project, HookRequest request)
    {
        var read = Read(from, project, request);
        if (!read.IsSuccess)
            return Count(from, "invalid", ProblemAnswer.Of(read.Problems, StatusCodes.Status400BadRequest));

        var (kept, isRepeated) = await desk.AcceptAsync(read.Value.Delivery, http.RequestAborted);
        var note = http.AuditNote();
        (note.Who, note.Subject) = (read.Value.By, kept.Id);
        note.Detail["project"] = project;
        if (isRepeated)
            http.Response.Headers["Idempotent-Replayed"] = "true";
        meter.Delivered(from.Name, isRepeated ? "repeated" : "accepted");
        return TypedResults.Accepted((string?)null, kept.View());
    }

    private static Result<(HookDelivery Delivery, string By)> Read(IHookSource from, string project, HookRequest request)
    {
        try
        {
            var read = from.Read(request, project);
            if (!read.IsSuccess)
                return Result<(HookDelivery, string)>.Failed(read.Problems);
            var message = read.Value;
            if (message.Id.Length > MaxId || message.Id.Any(c => c is <= ' ' or > '~'))
                return new Problem(ErrorCodes.ValidationError, $"The id of a delivery has 1 to {MaxId} visible ASCII characters.", "headers");
            var delivery = new HookDelivery { Project = project, Source = from.Name, Id = message.Id, BodyHash = message.BodyHash, Event = HookDelivery.TextOf(message.What) };
            return (delivery, message.What?.By ?? from.Name);
        }
        catch (Exception half) when (half is InvalidOperationException or ArgumentException)
        {
            return new Problem(ErrorCodes.ValidationError, "A text of the body holds half of a character (a lone \\ud800 to \\udfff), or is no UTF-8.", "body");
        }
    }

    /// <summary>Whether there is a secret at all is not for strangers to know.</summary>
    private ProblemHttpResult Unsigned(HttpContext http, IHookSource from) => failures.AreTooMany(http)
        ? Refuse(StatusCodes.Status429TooManyRequests, ErrorCodes.RateLimitExceeded, "Too many deliveries from this address were not signed rightly. Wait as long as Retry-After says.")
        : Refuse(StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, $"The signature is missing, wrong or too old. Give the sender the secret that this host knows as webhook_{from.Name}.");

    private ProblemHttpResult Count(IHookSource from, string outcome, ProblemHttpResult answer)
    {
        meter.Delivered(from.Name, outcome);
        return answer;
    }

    private static ProblemHttpResult Refuse(int status, string code, string message, string? path = null) => ProblemAnswer.Of([new Problem(code, message, path)], status);
}
