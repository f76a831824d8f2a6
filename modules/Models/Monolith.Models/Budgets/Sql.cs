using Npgsql;
using NpgsqlTypes;

namespace Monolith.Models.Budgets;

internal static class Sql
{
    public static NpgsqlParameter Nullable(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
