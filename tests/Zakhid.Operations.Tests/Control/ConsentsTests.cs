using Zakhid.Control;
using Zakhid.Operations.Control;
using Zakhid.Operations.Obligations;
using Zakhid.Operations.Reporting;
using Zakhid.Operations.Tests.Reporting;
using Zakhid.Operations.Tests.Storage;
using Zakhid.Reporting;

namespace Zakhid.Operations.Tests.Control;

/// <summary>«ОТГ» of the small plan is asked «за згодою» on measure 2.</summary>
public sealed class ConsentsTests(PostgresCluster cluster) : RunningPlanTest(cluster)
{
    static readonly LetterMark Mark = new(new(2020, 9, 16), "01-12/345");

    [Theory, OnBoth]
    public async Task Asked_by_a_letter_then_silent_then_agreed_each_with_its_day_and_paper(Kind kind)
    {
        var (store, by, _) = await Running(kind);
        async Task<ConsentAsked> One(DateOnly today) => Assert.Single(await store.Read(by.Authority, r => ConsentsAsked.Of(r, today)));
        Task<string> Standing() => store.Read(by.Authority, r => r.One<string>("SELECT DISTINCT o.standing FROM obligation o JOIN body b ON b.authority_id = o.authority_id AND b.id = o.body_id WHERE o.authority_id = @authority AND b.name = 'ОТГ'"));
        var fresh = await One(At.Day);
        Assert.Equal(("ОТГ", "Asked", false, false), (fresh.Body, fresh.State, fresh.IsWritten, fresh.IsOverdue(At.Day.AddYears(1))));

        await new AskForConsent(store).Run(by, At, fresh.BodyId, fresh.PlanId, Mark);
        var asked = await One(At.Day);
        Assert.Equal(("Asked", true, "лист від 16.09.2020 № 01-12/345", new DateOnly(2020, 9, 30)), (asked.State, asked.IsWritten, asked.Note, asked.AnswerBy));
        Assert.False(asked.IsOverdue(new(2020, 9, 30)));
        Assert.True(asked.IsOverdue(new(2020, 10, 1)));

        var later = Moment.Of(new(2020, 10, 1));
        await new AnswerConsent(store).Run(by, later, fresh.BodyId, "Silent", "");
        Assert.Equal(("Silent", true, false), ((await One(later.Day)).State, (await One(later.Day)).IsOpen, (await One(later.Day)).IsOverdue(later.Day)));
        Assert.Equal("Apart", await Standing());

        await new AnswerConsent(store).Run(by, later, fresh.BodyId, "Agreed", "лист ОТГ № 7");
        Assert.Equal("Expected", await Standing());
        Assert.Equal("consent.nothing", (await Assert.ThrowsAsync<RuleBroken>(() => new AskForConsent(store).Run(by, later, fresh.BodyId, fresh.PlanId, Mark))).Rule);
        Assert.Equal("consent.nothing", (await Assert.ThrowsAsync<RuleBroken>(() => new AnswerConsent(store).Run(by, later, fresh.BodyId, "Silent", ""))).Rule);
    }

    [Fact]
    public async Task Only_the_coordinator_records_and_a_number_has_its_limit()
    {
        var (store, by, _) = await Running(Kind.Sqlite);
        var one = Assert.Single(await store.Read(by.Authority, r => ConsentsAsked.Of(r, At.Day)));
        Assert.Equal("consent.not-for-you", (await Assert.ThrowsAsync<RuleBroken>(() => new AskForConsent(store).Run(new(by.Authority, 5, Role.Controller), At, one.BodyId, one.PlanId, Mark))).Rule);
        Assert.Equal("letter.number", (await Assert.ThrowsAsync<RuleBroken>(() => new AskForConsent(store).Run(by, At, one.BodyId, one.PlanId, new(null, new string('7', 61))))).Rule);
    }

    [Fact]
    public async Task An_answer_about_one_plan_says_nothing_of_another_and_an_agreement_can_be_taken_back()
    {
        var (store, by, _) = await Running(Kind.Sqlite);
        var one = Assert.Single(await store.Read(by.Authority, r => ConsentsAsked.Of(r, At.Day)));
        Assert.Equal("consent.nothing", (await Assert.ThrowsAsync<RuleBroken>(() => new AnswerConsent(store).Run(by, At, one.BodyId, "Agreed", "", one.PlanId + 1))).Rule);
        await new AnswerConsent(store).Run(by, At, one.BodyId, "Agreed", "лист № 7", one.PlanId);
        await new AnswerConsent(store).Run(by, At, one.BodyId, "Declined", "лист № 9", one.PlanId);
        var now = Assert.Single(await store.Read(by.Authority, r => ConsentsAsked.Of(r, At.Day)));
        Assert.Equal(("Declined", "лист № 9"), (now.State, now.Note));
    }

    [Theory, OnBoth]
    public async Task Who_left_a_measure_and_what_was_excluded_or_closed_is_asked_no_more(Kind kind)
    {
        var (store, by, _) = await Running(kind);
        Task<List<ConsentAsked>> All() => store.Read(by.Authority, r => ConsentsAsked.Of(r, At.Day));
        Assert.Single(await All());
        foreach (var (gone, back) in new[] { ("UPDATE assignment SET left_day = '2020-09-01' WHERE authority_id = @authority AND by_consent = 1", "UPDATE assignment SET left_day = NULL WHERE authority_id = @authority"), ("UPDATE measure SET excluded_day = '2020-09-01' WHERE authority_id = @authority", "UPDATE measure SET excluded_day = NULL WHERE authority_id = @authority"), ("UPDATE plan SET closed_day = '2020-09-01' WHERE authority_id = @authority", "UPDATE plan SET closed_day = NULL WHERE authority_id = @authority") })
        {
            await store.Write(by, At, w => w.Do(gone));
            Assert.Empty(await All());
            await store.Write(by, At, w => w.Do(back));
            Assert.Single(await All());
        }
    }

    [Fact]
    public async Task A_letter_of_a_day_to_come_is_not_recorded_as_sent()
    {
        var (store, by, _) = await Running(Kind.Sqlite);
        var one = Assert.Single(await store.Read(by.Authority, r => ConsentsAsked.Of(r, At.Day)));
        Assert.Equal("letter.later", (await Assert.ThrowsAsync<RuleBroken>(() => new AskForConsent(store).Run(by, At, one.BodyId, one.PlanId, new(At.Day.AddDays(1), "1")))).Rule);
        await new AskForConsent(store).Run(by, At, one.BodyId, one.PlanId, new(At.Day, "1"));
    }

    [Fact]
    public async Task The_letters_are_on_the_authoritys_letterhead_with_text_and_ground()
    {
        var (store, by, _) = await Running(Kind.Sqlite);
        await store.Write(by, At, w => w.Do("UPDATE authority SET name = 'Глухівська міська рада', head_post = 'міський голова', place = 'м. Глухів' WHERE id = @authority"));
        var asked = Assert.Single(await store.Read(by.Authority, r => ConsentsAsked.Of(r, At.Day)));
        var consent = await store.Read(by.Authority, r => MakeLetter.Consent(r, asked, Mark, "головний спеціаліст", At));
        Assert.Equal(("Глухівська міська рада", "м. Глухів", "01-12/345", "ОТГ", "міський голова", "Виконавець: головний спеціаліст"), (consent.Authority, consent.Place, consent.Number, consent.Addressee, consent.Signature.Post, consent.PreparedBy));
        Assert.Equal(["На виконання розпорядження від 03.08.2020 № 149-ОД просимо погодити участь у виконанні заходу 2 плану «Про план заходів у 2020 році»:", "2. Семінар. Строк: Протягом року.", "Про згоду або відмову просимо повідомити до 30 вересня 2020 року."], consent.Text);

        var due = (await store.Read(by.Authority, r => DueReminders.Of(r, At.Day, "координатор"))).Single(d => d.Body == "Відділ культури");
        var reminder = await store.Read(by.Authority, r => MakeLetter.Reminder(r, due, new(), "головний спеціаліст", At));
        Assert.Equal("Про подання інформації за III квартал 2020 року", reminder.Subject);
        Assert.Equal(["Нагадуємо: до 17 вересня 2020 року належить подати інформацію за III квартал 2020 року про виконання заходів 1, 2 плану «Про план заходів у 2020 році».", "Підстава: пункт 2 розпорядження № 149-ОД."], reminder.Text);
        Assert.Equal((null, null), (reminder.Day, reminder.Number));
    }

    [Theory, OnBoth]
    public async Task Who_declines_after_he_has_reported_keeps_the_report_and_owes_no_more(Kind kind)
    {
        var (store, by, _) = await Running(kind);
        var one = Assert.Single(await store.Read(by.Authority, r => ConsentsAsked.Of(r, At.Day)));
        await new AnswerConsent(store).Run(by, At, one.BodyId, "Agreed", "лист № 7", one.PlanId);
        var report = await store.Read(by.Authority, r => r.One<long>("SELECT id FROM obligation WHERE authority_id = @authority AND body_id = @BodyId AND period_code = '2020-Q3'", new { one.BodyId }));
        await new SaveDraft(store).Run(by, At, report, Full, 0);
        await new SubmitReport(store).Run(by, At, report, "к");
        await new AcceptReport(store).Run(by, At, report, ExecutionState.InProgress);

        var later = Moment.Of(new(2020, 10, 5));
        await new AnswerConsent(store).Run(by, later, one.BodyId, "Declined", "лист № 9", one.PlanId);

        Task<List<string>> Standing(string from) => store.Read(by.Authority, r => r.All<string>($"SELECT {from} FROM obligation WHERE authority_id = @authority AND body_id = @BodyId ORDER BY period_code", new { one.BodyId }));
        Assert.Equal(["Accepted", "Declined"], await Standing("standing"));
        var then = await store.Read(by.Authority, r => StandingOn.Of(r, one.PlanId, later.Day));
        Assert.Equal("Accepted", then[report].Standing);
    }
}
