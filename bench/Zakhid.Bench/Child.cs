using System.Globalization;
using Zakhid.Bench.Documents;

namespace Zakhid.Bench;

/// What the bench does when it is started by itself, as a whole process.
static class Child
{
    public static readonly string Program = Environment.ProcessPath!;

    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["read", var file]:
                ReadingSpeed.Read(File.ReadAllBytes(file));
                Console.WriteLine(Machine.PeakMemoryMiB().ToString(CultureInfo.InvariantCulture));
                return 0;
            case ["write", var rows, var file]:
                using (var into = File.Create(file)) WritingSpeed.Write(int.Parse(rows, CultureInfo.InvariantCulture), into);
                return 0;
            default:
                return 2;
        }
    }
}
