using System.Globalization;
using Zakhid.Documents.Consolidation;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Commands.Doctor;

/// The folder, the disk and the programs of this machine; nothing here opens the data.
static class MachineChecks
{
    const long Little = 1_000_000_000, TooLittle = 100_000_000;
    /// STRICT tables, generated columns and RETURNING.
    static readonly Version _oldestSqlite = new(3, 37);

    public static IEnumerable<Finding> Of(string folder)
    {
        yield return Writable(folder);
        if (Writer(folder) is { } writer) yield return writer;
        if (Space(folder) is { } space) yield return space;
        yield return Sqlite();
        yield return Words();
        yield return Pdf();
        if (Backup(folder) is { } backup) yield return backup;
    }

    static Finding Writable(string folder)
    {
        if (!Directory.Exists(folder)) return Finding.Worth("folder", $"Теки {folder} ще немає: її створить zakhid serve", $"There is no folder {folder} yet: zakhid serve makes it");
        var probe = Path.Combine(folder, $".{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return Finding.Good("folder", $"У теку {folder} можна писати", $"The folder {folder} can be written");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return Finding.Bad("folder", $"У теку {folder} не можна писати: надайте це право користувачеві, від якого працює програма", $"The folder {folder} cannot be written: give the program's user the right to");
        }
    }

    static Finding? Writer(string folder) => Store.WriterOf(folder) is { } process
        ? Finding.Good("server", $"Сервер працює (процес {process})", $"The server runs (process {process})") : null;

    static Finding? Space(string folder)
    {
        var at = Path.GetFullPath(folder);
        while (!Directory.Exists(at) && Path.GetDirectoryName(at) is { } above) at = above;
        var free = new DriveInfo(at).AvailableFreeSpace;
        var (uk, en) = ($"На диску вільно {free / 1_000_000} МБ", $"{free / 1_000_000} MB of the disk are free");
        return free switch
        {
            < TooLittle => Finding.Bad("disk", uk + ": звільніть місце, інакше звіти не збережуться", en + ": make room, or reports will not be kept"),
            < Little => Finding.Worth("disk", uk + ": потурбуйтеся про місце", en + ": see to more room"),
            _ => Finding.Good("disk", uk, en),
        };
    }

    static Finding Sqlite()
    {
        try
        {
            var version = Version.Parse(Store.SqliteVersion);
            return version >= _oldestSqlite ? Finding.Good("sqlite", $"SQLite {version}", $"SQLite {version}")
                : Finding.Bad("sqlite", $"SQLite {version} застаріла: оновіть libsqlite3 до {_oldestSqlite}", $"SQLite {version} is too old: update libsqlite3 to {_oldestSqlite}");
        }
        catch (TypeInitializationException)
        {
            return Finding.Bad("sqlite", "Бракує SQLite: встановіть пакет libsqlite3-0", "SQLite is missing: install the package libsqlite3-0");
        }
    }

    // Without ICU's data Ukrainian letters sort and fold wrongly.
    static Finding Words() => CultureInfo.GetCultureInfo("uk-UA").CompareInfo.Compare("є", "ж") < 0
        ? Finding.Good("language", "Українська мова системи на місці", "Ukrainian is known to the system")
        : Finding.Bad("language", "Бракує даних української мови: встановіть пакет libicu72", "Ukrainian language data are missing: install the package libicu72");

    static Finding Pdf() => PaperPdf.IsAvailable
        ? Finding.Good("pdf", "LibreOffice є: зведений звіт буває і в PDF", "LibreOffice is here: the consolidated report comes as PDF too")
        : Finding.Worth("pdf", "LibreOffice немає: зведений звіт лише в DOCX і XLSX. Для PDF встановіть libreoffice-writer", "No LibreOffice: the consolidated report comes as DOCX and XLSX only. For PDF install libreoffice-writer");

    static Finding? Backup(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "zakhid.db"))) return null;
        var shelf = Path.Combine(folder, "backups");
        var last = Directory.Exists(shelf) ? Directory.GetFiles(shelf, "zakhid-*.zip").Order(StringComparer.Ordinal).LastOrDefault() : null;
        if (last is null) return Finding.Worth("backup", "Копій у теці даних немає: зробіть першу командою zakhid backup", "There is no backup in the data folder: make the first with zakhid backup");
        var age = DataOptions.Now.Machine - new DateTimeOffset(File.GetLastWriteTimeUtc(last), TimeSpan.Zero);
        return age.TotalDays < 7
            ? Finding.Good("backup", $"Остання копія: {Path.GetFileName(last)}", $"The last backup: {Path.GetFileName(last)}")
            : Finding.Worth("backup", $"Остання копія застаріла: {Path.GetFileName(last)}. Зробіть нову: zakhid backup", $"The last backup is old: {Path.GetFileName(last)}. Make a new one: zakhid backup");
    }
}
