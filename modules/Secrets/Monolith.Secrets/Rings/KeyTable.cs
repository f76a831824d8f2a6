using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Monolith.Secrets.Rings;

/// <summary>The keys of Data Protection that stored secrets are encrypted by, each encrypted by a master key. None is ever taken away.</summary>
internal sealed class KeyTable(NpgsqlDataSource database, SecretsSchema schema) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.CreateCommand($"select xml from {schema.Keys} order by name");
        using var rows = command.ExecuteReader();
        var found = new List<XElement>();
        while (rows.Read())
            found.Add(XElement.Parse(rows.GetString(0)));
        return found;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.CreateCommand($"insert into {schema.Keys} (name, xml) values ($1, $2)");
        command.Parameters.AddWithValue(friendlyName);
        command.Parameters.AddWithValue(element.ToString(SaveOptions.DisableFormatting));
        command.ExecuteNonQuery();
    }
}
