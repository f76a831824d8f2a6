using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;
using Monolith.Secrets.Contracts;

namespace Monolith.Operations.Logs.Masking;

/// <summary>
/// Takes every secret that is configured, or was read from the store, out of a text. What agents say is masked before it comes to the host; this is for what
/// the host and its libraries say themselves, above all of exceptions.
/// </summary>
internal sealed class SecretWords : ISecretListener
{
    private const int Shortest = 4;
    private const int MostLearnt = 1_000;
    private const int MostLearntChars = 1 << 19;
    /// <summary>By so much of a form a text is looked through first: a search for all of a large one takes memory many times its size.</summary>
    private const int SearchedChars = 32;
    private const string Replacement = "***";

    private readonly Lock gate = new();
    private readonly IConfiguration configuration;
    /// <summary>In the order in which they were heard.</summary>
    private readonly List<string> learnt = [];
    private volatile Words words;

    public SecretWords(IConfiguration configuration)
    {
        this.configuration = configuration;
        words = Read();
        ChangeToken.OnChange(configuration.GetReloadToken, ReadAnew);
    }

    public bool AreIn(string text) => text.AsSpan().ContainsAny(words.Search);

    public string Mask(string text) => words is { All: { } all } known && text.AsSpan().ContainsAny(known.Search) ? all.Replace(text, Replacement) : text;

    public void Learn(string value)
    {
        lock (gate)
        {
            if (value.Length < Shortest || learnt.Contains(value))
                return;
            learnt.Add(value);
            while (learnt.Count > MostLearnt || learnt.Sum(word => word.Length) > MostLearntChars)
                learnt.RemoveAt(0);
        }

        ReadAnew();
    }

    private void ReadAnew()
    {
        lock (gate)
            words = Read();
    }

    private Words Read()
    {
        string[] forms =
        [
            .. configuration.GetSection("Secrets").GetChildren()
                .Select(secret => secret.Value)
                .Concat(configuration.GetSection("Notifications:Secrets").GetChildren().SelectMany(secret => (secret.Value ?? "").Split(' ')))
                .Concat(learnt)
                .Concat(configuration.GetSection("SecretStore:PreviousKeys").GetChildren().Select(key => key.Value))
                .Append(configuration["SecretStore:Key"])
                .Append(configuration["Notifications:Smtp:Password"])
                .Append(configuration["Access:Oidc:ClientSecret"])
                .Append(PasswordOf(configuration.GetConnectionString("Postgres")))
                .Append(PasswordOf(configuration.GetConnectionString("Redis")))
                .OfType<string>()
                .Where(secret => secret.Length >= Shortest)
                .SelectMany(Forms)
                .Distinct(StringComparer.Ordinal)
                // The longest first: one may hold another.
                .OrderByDescending(form => form.Length),
        ];
        return forms.Length == 0
            ? new Words(null, SearchValues.Create([], StringComparison.Ordinal))
            : new Words(
                new Regex(string.Join('|', forms.Select(Regex.Escape)), RegexOptions.CultureInvariant),
                SearchValues.Create([.. forms.Select(form => form[..Math.Min(form.Length, SearchedChars)])], StringComparison.Ordinal));
    }

    /// <summary>As they are, and as JSON and addresses write them.</summary>
    private static IEnumerable<string> Forms(string secret) =>
    [
        secret,
        JavaScriptEncoder.Default.Encode(secret),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
        Uri.EscapeDataString(secret),
    ];

    private static string? PasswordOf(string? connection) => connection is null
        ? null
        : connection.Split(';', ',')
            .Select(part => part.Split('=', 2))
            .FirstOrDefault(part => part.Length == 2 && part[0].Trim().Equals("password", StringComparison.OrdinalIgnoreCase))?[1].Trim();

    private sealed record Words(Regex? All, SearchValues<string> Search);
}
