/// At length and in Release; every option of the drill may be given: --kills, --hosts, --database-restarts, --freezes, --seed.
void RunDrill()
{
    DotNetBuild("host", new DotNetBuildSettings { Configuration = "Release" });
    var arguments = new ProcessArgumentBuilder().Append("drill");
    foreach (var (option, usual) in new[] { ("kills", "200"), ("hosts", "3"), ("database-restarts", "20"), ("freezes", ""), ("seed", "") })
    {
        if (Argument(option, usual) is { Length: > 0 } value)
        {
            arguments.Append($"--{option}").AppendQuoted(value);
        }
    }

    DotNetRun("host", arguments, new DotNetRunSettings { Configuration = "Release", NoBuild = true });
}
