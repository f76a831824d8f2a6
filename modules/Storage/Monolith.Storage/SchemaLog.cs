using System.Data.Common;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Weasel.Core.Migrations;

namespace Monolith.Storage;

/// <summary>What changes of tables say goes to the log; the library's own logger takes the console, which may be a command's.</summary>
internal sealed class SchemaLog(ILogger log) : IMigrationLogger
{
    public void SchemaChange(string sql) => log.LogDebug("The tables are changed: {Sql}", sql);

    public void DestructiveChange(string sql) => log.LogWarning("The tables lose something: {Sql}", sql);

    public void WithheldDrop(string sql) => log.LogDebug("Not dropped: {Sql}", sql);

    public void OnFailure(DbCommand command, Exception ex) => ExceptionDispatchInfo.Throw(ex);
}
