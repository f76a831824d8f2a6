using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Monolith.Access.SignIn;

/// <summary>What cookies are signed and encrypted with, in the store: a cookie of one host is taken by all.</summary>
internal sealed class CookieKeys(NpgsqlDataSource database, AccessSchema schema) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.CreateCommand($"select xml from {schema.CookieKeys}");
        using var rows = command.ExecuteReader();
        var found = new List<XElement>();
        while (rows.Read())
            found.Add(XElement.Parse(rows.GetString(0)));
        return found;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.CreateCommand($"insert into {schema.CookieKeys} (name, xml) values ($1, $2) on conflict (name) do update set xml = excluded.xml");
        command.Parameters.AddWithValue(friendlyName);
        command.Parameters.AddWithValue(element.ToString(SaveOptions.DisableFormatting));
        command.ExecuteNonQuery();
    }
}
