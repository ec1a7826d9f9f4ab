using Zakhid.Calendar;
using Zakhid.Control;
using Zakhid.Mail;
using Zakhid.Obligations;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>A report that a letter is to speak of, and the step of the policy that it stands at.</summary>
public sealed record RemindedOf(long Obligation, DateOnly Due, int Step);

/// <summary>A letter that is to go today: one to each address, about all that its bodies owe.</summary>
/// <param name="New">What it goes for; the rest of its text is only said along.</param>
public sealed record MailReminder(EmailAddress Address, string Name, string Subject, string Text, IReadOnlyList<RemindedOf> New, IReadOnlyList<DueReminder> Parts);

/// <summary>What goes today, and whom no letter can reach.</summary>
/// <param name="Letters">As many of them as were asked for.</param>
/// <param name="Unreachable">Bodies that are to be reminded and have no address.</param>
/// <param name="Count">How many letters go.</param>
public sealed record MailDay(ReminderPolicy Policy, IReadOnlyList<MailReminder> Letters, IReadOnlyList<string> Unreachable, int Count = 0);

/// <summary>
/// Whom the policy reminds by mail today. A step of an obligation is told once to each address; an address gets one letter a
/// day, and what comes up after it has gone waits for the next working day.
/// </summary>
public static class MailReminders
{
    public static async Task<ReminderPolicy> Policy(Scope scope) => Json.Read<ReminderPolicy>(await scope.One<string>("SELECT reminders FROM authority WHERE id = @authority"));

    /// <param name="site">Address of the installation, for the link in the letter.</param>
    /// <param name="most">How many letters are written out; the rest are only counted.</param>
    public static async Task<MailDay> Of(Scope scope, DateOnly today, string? site, int most = int.MaxValue)
    {
        var policy = await Policy(scope);
        if (!policy.IsOn) return new(policy, [], []);
        var authority = await AllAuthorities.Of(scope);
        var calendar = WorkingCalendar.Ukraine.WithTransfers(authority.TransfersApply);
        if (!calendar.IsWorking(today)) return new(policy, [], []);

        var (from, to) = policy.Reach(today, calendar);
        List<DateOnly> days = [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(i => from.AddDays(i)).Where(day => policy.StepOn(day, today, calendar) is not null)];
        var standing = await scope.All<(long Id, long Body, DateOnly Due)>($"SELECT id, body_id, due_day FROM obligation WHERE authority_id = @authority AND standing IN ('Expected', 'Draft', 'Returned') AND due_day {scope.Dialect.Among("@days")} AND kind = 'Report'", new { days });
        if (standing.Count == 0) return new(policy, [], []);

        var addresses = await Addresses(scope);
        var told = (await scope.All<(long Obligation, DateOnly Due, int Step, string Address)>("SELECT obligation_id, due_day, step, address FROM reminded WHERE authority_id = @authority AND due_day BETWEEN @from AND @to", new { from, to })).ToHashSet();
        var written = (await scope.All<string>("SELECT to_address FROM letter WHERE authority_id = @authority AND day = @today AND kind = 'Reminder'", new { today })).ToHashSet(StringComparer.OrdinalIgnoreCase);

        var (letters, unreachable) = (new List<MailReminder>(), new HashSet<long>());
        var byAddress = new Dictionary<string, (Reached To, List<RemindedOf> New, SortedSet<long> Bodies)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (id, body, day) in standing)
        {
            if (!addresses.TryGetValue(body, out var reached)) { unreachable.Add(body); continue; }
            var step = policy.StepOn(day, today, calendar)!.Value;
            foreach (var one in reached)
            {
                if (written.Contains(one.Address.Text) || told.Contains((id, day, step, one.Address.Text))) continue;
                if (!byAddress.TryGetValue(one.Address.Text, out var box)) byAddress[one.Address.Text] = box = (one, [], []);
                box.New.Add(new(id, day, step));
                box.Bodies.Add(body);
            }
        }
        List<string> nowhere = unreachable.Count == 0 ? [] : await scope.All<string>($"SELECT name FROM body WHERE authority_id = @authority AND id {scope.Dialect.Among("@unreachable")}", new { unreachable });
        nowhere.Sort(StringComparer.Ordinal);
        var shown = byAddress.Values.Take(most).ToList();
        if (shown.Count == 0) return new(policy, [], nowhere, byAddress.Count);
        var spoken = shown.SelectMany(box => box.Bodies).ToHashSet();
        var groups = (await DueReminders.Groups(scope, today, until: to)).Where(group => spoken.Contains(group.BodyId)).ToList();
        var due = (await DueReminders.Of(scope, today, authority.CoordinatorPost ?? "координатор", groups, to)).ToLookup(d => d.BodyId);
        foreach (var (to1, fresh, bodies) in shown)
        {
            var parts = bodies.SelectMany(body => due[body]).ToList();
            var text = Letters.Daily([.. parts.GroupBy(p => p.Body).Select(g => (g.Key, (IReadOnlyList<LetterPart>)[.. g.Select(p => p.Part)]))], today, $"{authority.CoordinatorPost ?? "Координатор"}\n{authority.Name}", site is null ? null : $"{site}/today", authority.IsSample);
            letters.Add(new(to1.Address, to1.Name, Letters.DailySubject([.. parts.SelectMany(p => p.Lines).Select(l => l.DueDay)], today), text, fresh, parts));
        }
        return new(policy, letters, nowhere, byAddress.Count);
    }

    /// <summary>Persons of a body who can sign in and have an address; where there is none, the address of the body itself.</summary>
    static async Task<Dictionary<long, List<Reached>>> Addresses(Scope scope)
    {
        var rows = await scope.All<(long Body, string Email, string Name)>("""
            SELECT body_id, email, COALESCE(name, post) FROM person WHERE authority_id = @authority AND body_id IS NOT NULL AND email IS NOT NULL AND blocked_at IS NULL AND password IS NOT NULL
            UNION ALL
            SELECT b.id, b.email, b.name FROM body b WHERE b.authority_id = @authority AND b.email IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p
                WHERE p.authority_id = b.authority_id AND p.body_id = b.id AND p.email IS NOT NULL AND p.blocked_at IS NULL AND p.password IS NOT NULL)
            """);
        return rows.Where(r => EmailAddress.Find(r.Email) is not null).GroupBy(r => r.Body)
            .ToDictionary(g => g.Key, g => g.Select(r => new Reached(EmailAddress.Parse(r.Email), r.Name)).DistinctBy(r => r.Address.Text, StringComparer.OrdinalIgnoreCase).ToList());
    }

    sealed record Reached(EmailAddress Address, string Name);
}
