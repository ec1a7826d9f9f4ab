using Zakhid.Calendar;
using Zakhid.Control;
using Zakhid.Mail;
using Zakhid.Obligations;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.Cascade;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>A report that a letter is to speak of, and the step of the policy that it stands at.</summary>
public sealed record RemindedOf(long Obligation, DateOnly Due, int Step);

/// <summary>An act to be issued that a letter is to speak of, and the step of the policy that it stands at.</summary>
public sealed record RemindedOfAct(long Duty, DateOnly Due, int Step);

/// <summary>A letter that is to go today: one to each address, about all that its bodies owe.</summary>
/// <param name="New">What it goes for; the rest of its text is only said along.</param>
public sealed record MailReminder(EmailAddress Address, string Name, string Subject, string Text, IReadOnlyList<RemindedOf> New, IReadOnlyList<RemindedOfAct> NewActs, IReadOnlyList<DueReminder> Parts);

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
        var acts = (await OwedAct.Between(scope, from, to, limit: int.MaxValue)).Where(a => a.IsOpen).ToList();
        var actsStanding = acts.Select(act => (Act: act, Step: policy.StepOn(act.Due, today, calendar))).Where(s => s.Step is not null).ToList();
        if (standing.Count + actsStanding.Count == 0) return new(policy, [], []);

        var addresses = await Addresses(scope);
        var told = (await scope.All<(long Obligation, DateOnly Due, int Step, string Address)>("SELECT obligation_id, due_day, step, address FROM reminded WHERE authority_id = @authority AND due_day BETWEEN @from AND @to", new { from, to })).ToHashSet();
        var written = (await scope.All<string>("SELECT to_address FROM letter WHERE authority_id = @authority AND day = @today AND kind = 'Reminder'", new { today })).ToHashSet(StringComparer.OrdinalIgnoreCase);

        var (letters, unreachable) = (new List<MailReminder>(), new HashSet<long>());
        var toldActs = (await scope.All<(long Duty, DateOnly Due, int Step, string Address)>("SELECT duty_id, due_day, step, address FROM reminded_act WHERE authority_id = @authority AND due_day BETWEEN @from AND @to", new { from, to })).ToHashSet();
        var byAddress = new Dictionary<string, Box>(StringComparer.OrdinalIgnoreCase);
        Box At(Reached one) => byAddress.TryGetValue(one.Address.Text, out var box) ? box : byAddress[one.Address.Text] = new(one);
        foreach (var (id, body, day) in standing)
        {
            if (!addresses.TryGetValue(body, out var reached)) { unreachable.Add(body); continue; }
            var step = policy.StepOn(day, today, calendar)!.Value;
            foreach (var one in reached)
            {
                if (written.Contains(one.Address.Text) || told.Contains((id, day, step, one.Address.Text))) continue;
                At(one).New.Add(new(id, day, step));
                At(one).Bodies.Add(body);
            }
        }
        foreach (var (act, step) in actsStanding)
        {
            if (!addresses.TryGetValue(act.BodyId, out var reached)) { unreachable.Add(act.BodyId); continue; }
            foreach (var one in reached.Where(one => !written.Contains(one.Address.Text) && !toldActs.Contains((act.Id, act.Due, step!.Value, one.Address.Text))))
            {
                At(one).NewActs.Add(new(act.Id, act.Due, step!.Value));
                At(one).Bodies.Add(act.BodyId);
            }
        }
        List<string> nowhere = unreachable.Count == 0 ? [] : await scope.All<string>($"SELECT name FROM body WHERE authority_id = @authority AND id {scope.Dialect.Among("@unreachable")}", new { unreachable });
        nowhere.Sort(StringComparer.Ordinal);
        var shown = byAddress.Values.Take(most).ToList();
        if (shown.Count == 0) return new(policy, [], nowhere, byAddress.Count);
        var spoken = shown.SelectMany(box => box.Bodies).ToHashSet();
        var groups = (await DueReminders.Groups(scope, today, until: to)).Where(group => spoken.Contains(group.BodyId)).ToList();
        var due = (await DueReminders.Of(scope, today, authority.CoordinatorPost ?? "координатор", groups, to)).ToLookup(d => d.BodyId);
        foreach (var box in shown)
        {
            var parts = box.Bodies.SelectMany(body => due[body]).ToList();
            var toIssue = parts.SelectMany(p => p.Acts).ToList();
            var said = parts.GroupBy(p => (p.BodyId, p.Body)).Select(b => new LetterBody(b.Key.Body, [.. b.Select(p => p.Part).OfType<LetterPart>()], [.. b.SelectMany(p => p.Acts).Select(a => a.AsLetter)])).ToList();
            var text = Letters.Daily(said, today, $"{authority.CoordinatorPost ?? "Координатор"}\n{authority.Name}", site is null ? null : $"{site}/today", authority.IsSample);
            letters.Add(new(box.To.Address, box.To.Name, Letters.DailySubject([.. parts.SelectMany(p => p.Lines).Select(l => l.DueDay), .. toIssue.Select(a => a.Due)], today, toIssue.Count > 0), text, box.New, box.NewActs, parts));
        }
        return new(policy, letters, nowhere, byAddress.Count);
    }

    /// <summary>
    /// Persons of a body who can sign in and have an address; where there is none, the address of the body itself; of a group that nobody
    /// answers for by himself, the coordinators, who answer for it.
    /// </summary>
    static async Task<Dictionary<long, List<Reached>>> Addresses(Scope scope)
    {
        var rows = await scope.All<(long Body, string Email, string Name)>("""
            SELECT body_id, email, COALESCE(name, post) FROM person WHERE authority_id = @authority AND body_id IS NOT NULL AND email IS NOT NULL AND blocked_at IS NULL AND password IS NOT NULL
            UNION ALL
            SELECT b.id, b.email, b.name FROM body b WHERE b.authority_id = @authority AND b.email IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p
                WHERE p.authority_id = b.authority_id AND p.body_id = b.id AND p.email IS NOT NULL AND p.blocked_at IS NULL AND p.password IS NOT NULL)
            UNION ALL
            SELECT b.id, c.email, COALESCE(c.name, c.post) FROM body b JOIN person c ON c.authority_id = b.authority_id AND c.role = 'Coordinator' AND c.email IS NOT NULL AND c.blocked_at IS NULL AND c.password IS NOT NULL
            WHERE b.authority_id = @authority AND b.is_group = 1 AND b.email IS NULL AND NOT EXISTS (SELECT 1 FROM person p
                WHERE p.authority_id = b.authority_id AND p.body_id = b.id AND p.email IS NOT NULL AND p.blocked_at IS NULL AND p.password IS NOT NULL)
            """);
        return rows.Where(r => EmailAddress.Find(r.Email) is not null).GroupBy(r => r.Body)
            .ToDictionary(g => g.Key, g => g.Select(r => new Reached(EmailAddress.Parse(r.Email), r.Name)).DistinctBy(r => r.Address.Text, StringComparer.OrdinalIgnoreCase).ToList());
    }

    /// <summary>What one address is to be told today, and of which bodies.</summary>
    sealed record Box(Reached To)
    {
        public List<RemindedOf> New { get; } = [];
        public List<RemindedOfAct> NewActs { get; } = [];
        public SortedSet<long> Bodies { get; } = [];
    }

    sealed record Reached(EmailAddress Address, string Name);
}
