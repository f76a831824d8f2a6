using Monolith.Kernel;
using Npgsql;

namespace Monolith.Storage;

internal static class ConnectionStrings
{
    private const string Form = "Host=...;Port=5432;Username=...;Password=...;Database=...";

    // The value may be a password, so no fault repeats it.
    public static string? Fault(string given) => Parse(given).IsSuccess ? null : $"It is not of the form {Form}";

    public static Result<NpgsqlConnectionStringBuilder> Parse(string given)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(given);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The message of a builder may repeat the value, and the value may be a password.
            return new Problem(
                ErrorCodes.ValidationError,
                $"ConnectionStrings:Postgres is not of the form {Form}");
        }
    }

    /// <summary>Few connections beside the others, that give up on a server which does not answer and do not wait for it to be polite.</summary>
    public static string ForHealth(string tuned) => new NpgsqlConnectionStringBuilder(tuned)
    {
        MaxPoolSize = 2,
        MinPoolSize = 0,
        Timeout = 2,
        CommandTimeout = 2,
        CancellationTimeout = -1,
        ApplicationName = "monolith-health",
    }.ConnectionString;

    /// <summary>
    /// Connections on which no command is ever cancelled. Now and then Npgsql (10.0.3) returns one to the pool with the rest of a cancelled command's
    /// answer in it, and the next command on it fails: a list that is read once more, but a commit of which nobody knows whether it went in.
    /// </summary>
    public static string ForCommits(string tuned) => new NpgsqlConnectionStringBuilder(tuned)
    {
        MaxPoolSize = 4,
        MinPoolSize = 0,
        ApplicationName = "monolith-commits",
    }.ConnectionString;

    /// <summary>Fills in what makes Npgsql fast; what the operator wrote wins.</summary>
    public static string Tune(NpgsqlConnectionStringBuilder connection, StorageOptions options)
    {
        void Usual(string key, object value)
        {
            if (!connection.ShouldSerialize(key))
                connection[key] = value;
        }

        Usual("No Reset On Close", true);
        Usual("Max Auto Prepare", 100);
        Usual("Auto Prepare Min Usages", 2);
        Usual("Maximum Pool Size", options.MaxPoolSize);
        Usual("Application Name", "monolith");
        Usual("Timeout", 10);
        return connection.ConnectionString;
    }
}
