using Zakhid.Documents;
using Zakhid.Documents.Reading;

namespace Zakhid.App.Commands.Read;

/// What came of one file: a reading, or the reason why there is none.
sealed record FileReading(string Name, PlanReading? Reading, string Code = "", string? Reason = null)
{
    public static FileReading Of(string path, bool recognise = false)
    {
        var name = Path.GetFileName(path);
        try
        {
            return new(name, Linted.Of(PlanReader.Read(DocumentFile.Open(path, recognise: recognise))));
        }
        catch (FileRefused refused)
        {
            return new(name, null, ReadingJson.CodeOf(refused), refused.Message);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return new(name, null, "missing", $"Файлу «{Refusal.Shown(name)}» немає. Перевірте шлях до нього");
        }
        catch (Exception closed) when (closed is UnauthorizedAccessException or IOException)
        {
            return new(name, null, "unreadable", $"Файл «{Refusal.Shown(name)}» не відкривається. Перевірте права на нього");
        }
    }

    public byte[] Json()
    {
        var json = new MemoryStream();
        if (Reading is not null) ReadingJson.Write(Reading, json);
        else ReadingJson.WriteRefusal(Name, Code, Reason ?? "", json);
        return json.ToArray();
    }
}
