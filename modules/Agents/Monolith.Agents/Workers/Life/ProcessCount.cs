namespace Monolith.Agents.Workers.Life;

/// <summary>How many processes and threads a process and its descendants are. Linux only; elsewhere none are counted.</summary>
internal static class ProcessCount
{
    /// <param name="id">Of the process.</param>
    /// <param name="enough">Counting ends beyond it.</param>
    public static int Of(int id, int enough)
    {
        if (!OperatingSystem.IsLinux())
            return 0;
        var count = 0;
        var open = new Queue<string>([$"/proc/{id}/task"]);
        while (count <= enough && open.TryDequeue(out var tasks))
        {
            foreach (var thread in Threads(tasks))
            {
                count++;
                foreach (var child in Children(thread))
                    open.Enqueue($"/proc/{child}/task");
            }
        }

        return count;
    }

    private static string[] Threads(string folder)
    {
        try
        {
            return Directory.GetDirectories(folder);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string[] Children(string thread)
    {
        try
        {
            return File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
