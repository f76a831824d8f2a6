/// Podman keeps the health check only in Docker's own format.
void BuildImage(string tag)
{
    var engine = Argument("engine", Context.Tools.Resolve("podman") is null ? "docker" : "podman");
    var arguments = new ProcessArgumentBuilder()
        .Append(Argument("engine-options", ""))
        .Append("build")
        .Append(engine.EndsWith("podman", StringComparison.Ordinal) ? "--format docker" : "")
        .Append(Argument("build-options", ""))
        .AppendQuoted($"--tag={tag}");
    foreach (var image in new[] { "sdk-image", "runtime-image" }.Where(HasArgument))
    {
        arguments.AppendQuoted($"--build-arg={image.Replace('-', '_').ToUpperInvariant()}={Argument<string>(image)}");
    }

    var exitCode = StartProcess(engine, new ProcessSettings { Arguments = arguments.Append(".") });
    if (exitCode != 0)
    {
        throw new CakeException($"{engine} build ended with exit code {exitCode}.");
    }
}
