using Monolith.Cli.Output;
using Monolith.Cli.Running;
using Monolith.Client;
using Monolith.Client.Watching;

namespace Monolith.Cli.Progress;

/// <summary>A run as a table of its stages, drawn anew with each event and each second. What is said once, at its beginning and end, is said as elsewhere.</summary>
internal sealed class LiveTable : IRunProgress, IAsyncDisposable
{
    /// <summary>Rows that are left to what stands around the table.</summary>
    private const int Around = 4;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Surroundings around;
    private readonly RunReport lines;
    private readonly ITimer timer;
    private readonly List<StageRow> rows = [];
    private int drawn;

    public LiveTable(Surroundings around, RunReport lines)
    {
        (this.around, this.lines) = (around, lines);
        timer = around.Time.CreateTimer(_ => Change(() => { }), null, Tick, Tick);
    }

    public void Begin(RunResponse run) => Change(() =>
    {
        lines.Begin(run);
        rows.AddRange(run.Stages.Select(StageRow.Of));
    });

    public void Tell(RunEvent change) => Change(() =>
    {
        if (change.Text("stage") is not { Length: > 0 } stage)
            return;
        var at = rows.FindIndex(row => row.Id == stage);
        if (at < 0)
            rows.Add(new StageRow(stage, "").After(change));
        else
            rows[at] = rows[at].After(change);
    });

    public void Waits(IEnumerable<string> lines) => Change(() => this.lines.Waits(lines));

    public void End(RunResponse run) => Last(() => lines.End(run));

    public void Stopped(string next) => Last(() => lines.Stopped(next));

    public ValueTask DisposeAsync() => timer.DisposeAsync();

    private void Change(Action change)
    {
        lock (gate)
        {
            Erase();
            change();
            Draw();
        }
    }

    /// <summary>The table stays as it is, and what is said stands below it.</summary>
    private void Last(Action say)
    {
        lock (gate)
        {
            say();
            drawn = 0;
            rows.Clear();
        }
    }

    private void Erase()
    {
        if (drawn > 0)
            around.Out.Write($"\e[{drawn}A\e[J");
        drawn = 0;
    }

    private void Draw()
    {
        foreach (var row in Fitting())
        {
            around.Out.WriteLine(Text(row));
            drawn++;
        }
    }

    /// <summary>Where there are more than fit, those that something can be said of, and the latest of these.</summary>
    private IEnumerable<StageRow> Fitting()
    {
        var most = Math.Max(1, around.Size().Height - Around);
        return rows.Count <= most ? rows : rows.Where(row => row.Since is not null || row.Note.Length > 0).TakeLast(most);
    }

    private string Text(StageRow row)
    {
        var id = row.Id.PadRight(rows.Max(each => each.Id.Length));
        var took = Shown.Took(row.Since, row.Until ?? around.Time.GetUtcNow());
        var rest = $" {id}  {took,9}  {PersonWait.Plain(row.Note.ReplaceLineEndings(" "))}".TrimEnd();
        var status = $"  {row.Status,-8}";
        // A line that the terminal broke in two would count as one when the table is erased.
        rest = rest[..Math.Clamp(around.Size().Width - status.Length - 1, 0, rest.Length)];
        return around.IsColoured && row.Colour is { } colour ? $"\e[{colour}m{status}\e[0m{rest}" : status + rest;
    }
}
