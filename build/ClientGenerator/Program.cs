using Monolith.ClientGenerator;

if (args is not [var document, var output])
{
    await Console.Error.WriteLineAsync("Say which document to read and which file to write: DOCUMENT OUTPUT");
    return 2;
}

await File.WriteAllTextAsync(output, await Generator.GenerateAsync(await File.ReadAllTextAsync(document)));
return 0;
