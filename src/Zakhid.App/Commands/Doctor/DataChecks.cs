using Zakhid.Operations.Authorities;
using Zakhid.Operations.Mail;
using Zakhid.Operations.Storage;
using Zakhid.Text;

namespace Zakhid.App.Commands.Doctor;

/// The database: reachable, of this program's schema, whole in itself; and the clock beside what is written in it.
static class DataChecks
{
    public static async Task<IReadOnlyList<Finding>> Of(Func<Task<Store>> open, CancellationToken stop)
    {
        try
        {
            await using var store = await open();
            var found = new List<Finding>();
            var authorities = await new AllAuthorities(store).List(stop);
            found.Add(Finding.Good("database", $"База відповідає ({Kind(store)}), схема цієї програми, {Plural.Count(authorities.Count, "орган", "органи", "органів")}", $"The database answers ({Kind(store)}), with this program's schema and {Plural.English(authorities.Count, "authority", "authorities")}"));
            if (authorities.Count == 0) found.Add(Finding.Worth("authorities", "Органів ще немає: додайте перший командою zakhid authority add", "There is no authority yet: add the first with zakhid authority add"));
            found.AddRange((await store.Faults(stop)).Select(fault => Finding.Bad("database", $"База пошкоджена: {fault}. Зупиніть програму й відновіть копію", $"The database is damaged: {fault}. Stop the program and restore a backup")));
            found.AddRange(await Mail(store, authorities, stop));
            if (await Clock(store, authorities, stop) is { } clock) found.Add(clock);
            return found;
        }
        catch (StorageFailed away) when (away.Trouble == StorageTrouble.Nothing)
        {
            return [Finding.Worth("database", "Даних ще немає: їх створить zakhid serve або zakhid demo", "There are no data yet: zakhid serve or zakhid demo makes them")];
        }
        catch (StorageFailed failed)
        {
            return [Finding.Bad("database", failed.Message, failed.Message)];
        }
    }

    static string Kind(Store store) => store.Dialect.Name == "postgres" ? "PostgreSQL" : "SQLite";

    /// Whether letters go, and whether some did not.
    static async Task<List<Finding>> Mail(Store store, IReadOnlyList<Authority> authorities, CancellationToken stop)
    {
        if (await MailServer.Find(store, stop) is not { } server) return [Finding.Worth("mail", "Поштового сервера не задано: листи не надсилаються. Задайте його: zakhid mail settings", "No mail server is set: no letters are sent. Set one: zakhid mail settings")];
        var found = new List<Finding>();
        if (server.Login is not null && MailPassword.Find(store) is null) found.Add(Finding.Bad("mail", "Пароля поштового сервера немає. Задайте його: zakhid mail settings --password-file FILE", "The mail server’s password is missing. Set it: zakhid mail settings --password-file FILE"));
        long failed = 0;
        foreach (var authority in authorities) failed += (await store.Read(authority.Id, r => Outbox.Count(r, DataOptions.Now.Machine.AddDays(-14)), stop)).GivenUp;
        if (failed > 0) found.Add(Finding.Worth("mail", $"Не надіслано листів за два тижні: {failed}. Причини покаже zakhid mail queue", $"Letters that failed in two weeks: {failed}. See why: zakhid mail queue"));
        return found.Count > 0 ? found : [Finding.Good("mail", $"Листи йдуть через {server.Host}:{server.Port}", $"Letters go through {server.Host}:{server.Port}")];
    }

    // A machine whose clock stands before the last entry would date what comes next before what is there.
    static async Task<Finding?> Clock(Store store, IReadOnlyList<Authority> authorities, CancellationToken stop)
    {
        var last = DateTimeOffset.MinValue;
        foreach (var authority in authorities)
            if (await store.Read(authority.Id, r => r.Find<DateTimeOffset?>("SELECT machine_at FROM audit_entry WHERE authority_id = @authority ORDER BY seq DESC LIMIT 1"), stop) is { } at && at > last && !authority.IsSample) last = at;
        return last > DataOptions.Now.Machine.AddMinutes(5)
            ? Finding.Bad("clock", $"Годинник відстає: останній запис журналу — {UkrainianDate.Full(DateOnly.FromDateTime(last.DateTime))}. Виправте дату й час", $"The clock is behind: the last entry of the log is of {last:yyyy-MM-dd}. Mend the date and time") : null;
    }
}
