namespace Zakhid.Operations.Storage;

/// <summary>Why storage did not do what was asked. A closed list; each has one sentence for people.</summary>
public enum StorageTrouble
{
    /// <summary>No space on the disk of the files or of the database.</summary>
    DiskFull,
    /// <summary>The database does not answer, or its file is gone.</summary>
    Away,
    /// <summary>The folder named for reading holds no data.</summary>
    Nothing,
    /// <summary>Others write for too long.</summary>
    Busy,
    /// <summary>The file is not a database or is damaged.</summary>
    Damaged,
    /// <summary>The data were made by a newer version of the program.</summary>
    NewerData,
    /// <summary>A migration that was applied has another text now.</summary>
    ChangedMigration,
    /// <summary>Opened for reading only, and its migrations are not all applied.</summary>
    OlderData,
    /// <summary>Another process has the folder open for writing.</summary>
    InUse,
    /// <summary>The role of the connection would walk through the wall between authorities.</summary>
    WallBypassed,
    /// <summary>The role named for bulk jobs is held by the policies, or is a superuser.</summary>
    NotForBulk,
    /// <summary>Bulk jobs need PostgreSQL, and the connection of their role leads to another database.</summary>
    BulkElsewhere,
    /// <summary>The folder or its files may not be written.</summary>
    NotWritable,
    /// <summary>A copy was asked of a database that is copied by its own means.</summary>
    CopiedElsewhere,
}

/// <summary>
/// Storage could not do it; nothing was half-written. <see cref="Exception.Message"/> is the Ukrainian sentence for the person.
/// </summary>
public sealed class StorageFailed(StorageTrouble trouble, string? about = null, Exception? cause = null)
    : Exception(Sentence(trouble, about), cause)
{
    public StorageTrouble Trouble { get; } = trouble;

    static string Sentence(StorageTrouble trouble, string? about) => trouble switch
    {
        StorageTrouble.DiskFull => "Не збережено: на сервері немає місця. Введене лишилося на сторінці. Звільніть місце на диску й збережіть ще раз.",
        StorageTrouble.Away => "База даних не відповідає. Введене лишилося на сторінці. Спробуйте ще раз за хвилину.",
        StorageTrouble.Nothing => $"У теці «{about}» немає даних Заходу. Перевірте --data або створіть дані: zakhid serve.",
        StorageTrouble.Busy => "Не збережено: сервер зайнятий іншим записом. Введене лишилося на сторінці. Спробуйте ще раз за хвилину.",
        StorageTrouble.Damaged => "Файл бази даних пошкоджено. Зупиніть програму й відновіть дані з останньої копії.",
        StorageTrouble.NewerData => $"Ці дані — з новішої версії програми (схема {about}). Спершу оновіть програму.",
        StorageTrouble.ChangedMigration => $"Крок оновлення бази «{about}» відрізняється від застосованого. Поставте незмінений випуск програми.",
        StorageTrouble.OlderData => $"Ці дані — зі старішої версії програми (схема {about}). Запустіть «zakhid serve» один раз, щоб оновити їх.",
        StorageTrouble.InUse => $"Теку даних уже відкрила інша програма Zakhid{(about is null ? "" : $" (процес {about})")}. Зупиніть її або виконайте цю дію на сторінці.",
        StorageTrouble.WallBypassed => $"Роль PostgreSQL «{about}» обходить поділ даних між органами. Вкажіть у підключенні звичайну роль, не суперкористувача.",
        StorageTrouble.NotForBulk => $"Роль PostgreSQL «{about}» не для масового запису. Створіть окрему: CREATE ROLE zakhid_bulk LOGIN BYPASSRLS.",
        StorageTrouble.BulkElsewhere => "Масовий запис підключено до іншої бази. Вкажіть у --bulk ту саму базу PostgreSQL, що й у --database.",
        StorageTrouble.NotWritable => $"Немає права писати в теку «{about}». Надайте це право користувачеві, від якого працює програма.",
        StorageTrouble.CopiedElsewhere => "База даних — у PostgreSQL. Зробіть її копію програмою pg_dump і збережіть поруч теку files.",
        _ => throw new ArgumentOutOfRangeException(nameof(trouble)),
    };
}
