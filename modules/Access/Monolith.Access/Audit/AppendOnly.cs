using System.Data.Common;
using Weasel.Core;
using Weasel.Postgresql;

namespace Monolith.Access.Audit;

/// <summary>Entries are added and nothing else: the store itself refuses the rest, also from whoever has its password and no right to change tables.</summary>
internal sealed class AppendOnly(AccessSchema schema) : ISchemaObject
{
    private const string Trigger = "access_audit_append_only";

    public DbObjectName Identifier { get; } = PostgresqlProvider.Instance.Parse($"{schema.Name}.{Trigger}");

    public void WriteCreateStatement(Migrator migrator, TextWriter writer) => writer.WriteLine($"""
        create or replace function {schema.Name}.{Trigger}() returns trigger language plpgsql as $$
        begin raise exception 'The audit trail is append-only.' using errcode = 'insufficient_privilege'; end $$;
        drop trigger if exists {Trigger} on {schema.Audit};
        create trigger {Trigger} before update or delete or truncate on {schema.Audit} for each statement execute function {schema.Name}.{Trigger}();
        """);

    public void WriteDropStatement(Migrator rules, TextWriter writer) => writer.WriteLine($"drop function if exists {schema.Name}.{Trigger}() cascade;");

    public void ConfigureQueryCommand(Weasel.Core.DbCommandBuilder builder) =>
        builder.Append($"select 1 from pg_trigger where tgname = '{Trigger}' and tgrelid = to_regclass('{schema.Audit}');");

    public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default) =>
        new SchemaObjectDelta(this, await reader.ReadAsync(ct) ? SchemaPatchDifference.None : SchemaPatchDifference.Create);

    public IEnumerable<DbObjectName> AllNames() => [Identifier];
}
