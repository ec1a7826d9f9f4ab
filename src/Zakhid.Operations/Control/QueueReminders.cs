using Zakhid.Control;
using Zakhid.Operations.Mail;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;

namespace Zakhid.Operations.Control;

/// <summary>
/// Puts today's reminders of an authority into the outbox. The letter, what it speaks of and the fact of the reminder are
/// one transaction, and their keys forbid a second: run as often as you like, from as many processes, each is written once.
/// </summary>
public sealed class QueueReminders(Store store, NewDay newDay)
{
    /// <param name="anyHour">Not waiting for the hour of the policy: a person asked for it.</param>
    /// <returns>How many letters were added; none where no mail server is set.</returns>
    public async Task<int> Run(long authority, Moment at, bool anyHour = false, CancellationToken stop = default)
    {
        if (await MailServer.Find(store, stop) is not { } server) return 0;
        var policy = await store.Read(authority, MailReminders.Policy, stop);
        if (!policy.IsOn || (!anyHour && AuthorityClock.InKyiv(at.At).Hour < policy.FromHour)) return 0;
        await newDay.Reach(authority, at, stop);
        if ((await store.Read(authority, r => MailReminders.Of(r, at.Day, server.Site, most: 0), stop)).Count == 0) return 0;
        return await store.Write(Actor.Program(authority), at, async w =>
        {
            var added = 0;
            // Read once more where nobody else writes: the first look may be old by now.
            foreach (var letter in (await MailReminders.Of(w, at.Day, server.Site)).Letters)
                if (await Put(w, server, letter)) added++;
            return added;
        }, stop);
    }

    static async Task<bool> Put(WriteScope w, MailServer server, MailReminder letter)
    {
        if (await Outbox.Put(w, server, "Reminder", $"reminder/{Values.Text(w.At.Day)}/{letter.Address.Text.ToLowerInvariant()}", letter.Address, letter.Name, letter.Subject, letter.Text) is not { } id) return false;
        foreach (var one in letter.New)
            await w.Do("INSERT INTO reminded (authority_id, obligation_id, due_day, step, address, letter_id) VALUES (@authority, @Obligation, @Due, @Step, @to, @id)", new { one.Obligation, one.Due, one.Step, to = letter.Address.Text, id });
        foreach (var one in letter.NewActs)
            await w.Do("INSERT INTO reminded_act (authority_id, duty_id, due_day, step, address, letter_id) VALUES (@authority, @Duty, @Due, @Step, @to, @id)", new { one.Duty, one.Due, one.Step, to = letter.Address.Text, id });
        foreach (var part in letter.Parts.Where(p => !p.IsDone)) await Remind.Record(w, part.BodyId, part.PlanId, part.PeriodCode, part.Ids, letter.Text, part.DutyIds);
        await w.Log("letter.queued", $"letter/{id}", new { letter.Address.Text, Reports = letter.New.Count, Acts = letter.NewActs.Count });
        return true;
    }
}

/// <summary>Changes on which days an authority reminds by mail.</summary>
public sealed class SetReminderPolicy(Store store)
{
    /// <exception cref="RuleBroken">«reminders.not-for-you», «reminders.days», «reminders.hour».</exception>
    public Task Run(Actor by, Moment at, ReminderPolicy policy, CancellationToken stop = default) => store.Write(by, at, async w =>
    {
        if (!by.Is(Role.Coordinator, Role.Controller, Role.Administrator)) throw new RuleBroken("reminders.not-for-you");
        policy = policy.Checked();
        await w.Do("UPDATE authority SET reminders = @json WHERE id = @authority", new { json = Json.Write(policy) });
        await w.Log("reminders.policy-set", $"authority/{w.Authority}", policy);
    }, stop);
}
