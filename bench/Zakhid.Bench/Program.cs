using Zakhid.Bench;
using Zakhid.Bench.Amendments;
using Zakhid.Bench.Country;
using Zakhid.Bench.Documents;
using Zakhid.Bench.Pages;

// bin/bench [part…] runs the parts named, or all; «child» is the bench starting itself to be measured as a process.
Dictionary<string, Func<IEnumerable<Line>>> parts = new(StringComparer.Ordinal)
{
    ["reading"] = ReadingSpeed.Run,
    ["writing"] = WritingSpeed.Run,
    ["process"] = WholeProcess.Run,
    ["bulk"] = BulkSpeed.Run,
    ["pages"] = PageSpeed.Run,
    ["country"] = CountrySpeed.Run,
    ["amend"] = AmendSpeed.Run,
};

if (args is ["child", ..]) return Child.Run(args[1..]);
if (args.FirstOrDefault(a => !parts.ContainsKey(a)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no part «{unknown}». Parts: {string.Join(", ", parts.Keys)}");
    return 2;
}

Console.WriteLine($"{Environment.ProcessorCount} cores, {Machine.Load()}, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC\n");
var missed = 0;
foreach (var part in args.Length > 0 ? args : [.. parts.Keys])
{
    Console.WriteLine($"{part}");
    foreach (var line in parts[part]())
    {
        Console.WriteLine($"  {line}");
        if (line.Reached == false) missed++;
    }
    Console.WriteLine();
}
Console.WriteLine(missed == 0 ? "Every goal was reached." : $"Goals not reached: {missed}.");
return 0;
