namespace Monolith.Secrets.Storing;

/// <summary>A row of the table.</summary>
/// <param name="Project">Whose it is.</param>
/// <param name="Name">Of the secret.</param>
/// <param name="Version">From 1, one more with each value.</param>
/// <param name="Cipher">The encrypted value; empty in a list.</param>
/// <param name="Created">The first value.</param>
/// <param name="Updated">The present value.</param>
internal sealed record StoredSecret(string Project, string Name, int Version, byte[] Cipher, Stamp Created, Stamp Updated);

/// <summary>When, and who.</summary>
internal sealed record Stamp(DateTimeOffset At, string By);
