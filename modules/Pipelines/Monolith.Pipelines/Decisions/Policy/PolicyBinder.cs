using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Monolith.Kernel;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Decisions.Subjects;
using Monolith.Pipelines.Definitions.Binding;
using Monolith.Pipelines.Definitions.Reading;

namespace Monolith.Pipelines.Decisions.Policy;

/// <summary>A policy file to the model; all that is wrong is told at once.</summary>
internal static class PolicyBinder
{
    private const int MaxEntries = 200;
    private const int MaxQuorum = 50;

    private static readonly string[] Strategies = ["recreate", "rolling", "blue-green", "canary"];

    public static Result<DecisionPolicy> Bind(byte[] yaml)
    {
        var document = YamlReader.Read(yaml);
        if (!document.IsSuccess)
            return Result<DecisionPolicy>.Failed(document.Problems);
        var problems = new ProblemList("");
        var policy = Bind(new Field(document.Value, "", problems));
        PolicyRules.Check(policy, problems);
        return problems.Any ? Result<DecisionPolicy>.Failed(problems.All) : policy;
    }

    private static DecisionPolicy Bind(Field root)
    {
        root.IsObject("categories", "escalation", "routes", "roles", "delegations", "timeouts", "release", "clarification");
        var timeouts = root["timeouts"];
        if (!timeouts.IsAbsent)
            timeouts.IsObject("decision", "clarification");
        var canonical = SubjectHash.Canonical(root.Value);
        return new DecisionPolicy
        {
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))),
            Canonical = canonical,
            Categories = root["categories"].Entries(MaxEntries).ToDictionary(entry => entry.Name, entry => Category(entry.Value)),
            Escalation = [.. root["escalation"].Items(MaxEntries).Select(Escalation)],
            Routes = root["routes"].Entries(MaxEntries).ToDictionary(entry => entry.Name, entry => Route(entry.Value)),
            Roles = root["roles"].Entries(MaxEntries).ToDictionary(entry => entry.Name, entry => People(entry.Value)),
            Delegations = [.. root["delegations"].Items(MaxEntries).Select(Delegated)],
            Release = root["release"].Entries(MaxEntries).ToDictionary(entry => entry.Name, entry => Release(entry.Value)),
            DecisionTimeout = timeouts["decision"].Duration() ?? TimeSpan.FromSeconds(300),
            ClarificationTimeout = timeouts["clarification"].Duration() ?? TimeSpan.FromHours(24),
            Clarity = Clarity(root["clarification"]),
        };
    }

    private static CategoryRule Category(Field field)
    {
        field.IsObject("autoApproveAt", "alwaysAsk");
        return new CategoryRule(field["autoApproveAt"].Number(1, 0, 1), field["alwaysAsk"].Flag(false));
    }

    private static EscalationRule Escalation(Field field)
    {
        if (field.IsObject("category", "confidenceBelow", "costPerMonthAbove", "route")
            && field["category"].IsAbsent && field["confidenceBelow"].IsAbsent && field["costPerMonthAbove"].IsAbsent)
        {
            field.Wrong("Say when it holds: category, confidenceBelow or costPerMonthAbove.");
        }

        return new EscalationRule(
            field["category"].IsAbsent ? null : field["category"].Text(),
            field["confidenceBelow"].IsAbsent ? null : field["confidenceBelow"].Number(0, 0, 1),
            field["costPerMonthAbove"].IsAbsent ? null : field["costPerMonthAbove"].Number(0, 0, 1e9),
            field["route"].Text(required: true));
    }

    private static RouteRule Route(Field field)
    {
        if (!field.IsAbsent)
            field.IsObject("approvers", "quorum", "timeout", "onTimeout", "escalateTo");
        return new RouteRule(
            People(field["approvers"]),
            field["quorum"].Count(1, 1, MaxQuorum),
            field["timeout"].Duration(),
            field["onTimeout"].Choice(field["escalateTo"].IsAbsent ? OnTimeout.Reject : OnTimeout.Escalate),
            field["escalateTo"].IsAbsent ? null : field["escalateTo"].Text());
    }

    private static IReadOnlyList<string> People(Field field)
    {
        var people = DefinitionBinder.Texts(field);
        if (people.Any(string.IsNullOrWhiteSpace) || people.Distinct().Count() != people.Count)
            field.Wrong("Name each once, and nobody with an empty name.");
        return people;
    }

    private static Delegation Delegated(Field field)
    {
        field.IsObject("from", "to", "until");
        var until = field["until"].Text(required: true);
        if (!DateTimeOffset.TryParse(until, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var moment) && until.Length > 0)
            field["until"].Wrong($"'{FieldValues.Shorten(until)}' is not a moment. Write 2026-12-31T18:00:00Z.");
        return new Delegation(field["from"].Text(required: true), field["to"].Text(required: true), moment);
    }

    private static ReleaseRule Release(Field field)
    {
        field.IsObject("ask", "route", "quorum", "strategy");
        var strategy = field["strategy"].IsAbsent ? null : field["strategy"].Text();
        if (strategy is not null && !Strategies.Contains(strategy))
            field["strategy"].Wrong($"'{FieldValues.Shorten(strategy)}' is none of {string.Join(", ", Strategies)}.");
        return new ReleaseRule(
            field["ask"].Choice(AskWhen.ByPolicy),
            field["route"].IsAbsent ? null : field["route"].Text(),
            field["quorum"].IsAbsent ? null : field["quorum"].Count(1, 1, MaxQuorum),
            strategy);
    }

    private static ClarityRules Clarity(Field field)
    {
        if (!field.IsAbsent)
            field.IsObject("confidenceBelow", "minLength", "acceptanceCriteria", "vagueWords", "conflicts");
        return new ClarityRules(
            field["confidenceBelow"].Number(0.70, 0, 1),
            field["minLength"].Count(20, 0, 10_000),
            field["acceptanceCriteria"].Flag(true),
            DefinitionBinder.Texts(field["vagueWords"]),
            [.. field["conflicts"].Items(MaxEntries).Select(Pair)]);
    }

    private static (string One, string Other) Pair(Field field)
    {
        var words = field.Value.ValueKind == JsonValueKind.Array ? DefinitionBinder.Texts(field) : [];
        if (words is [var one, var other])
            return (one, other);
        field.Wrong("Give two words that contradict each other, such as [online, offline].");
        return ("", "");
    }
}
