using Zakhid.Operations.Authorities;
using Zakhid.Operations.People;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.People;

public sealed class AccountsTests(PostgresCluster cluster) : PeopleTest(cluster)
{
    [Theory, OnBoth]
    public async Task A_new_person_signs_in_with_a_temporary_password_and_chooses_his_own(Kind kind)
    {
        await Settle(kind);
        var (id, temporary) = await new AddPerson(Store).Run(Administrator, new NewPerson("controller", "керуючий справами", Role.Controller), Now);
        var actor = new Actor(AuthorityId, id, Role.Controller);

        Assert.True((await SignIn.Run("controller", temporary, null)).MustChoosePassword);
        await new ChoosePassword(Store).Run(actor, temporary, Password, Now);

        Assert.False((await SignIn.Run("controller", Password, null)).MustChoosePassword);
        await Refused(() => SignIn.Run("controller", temporary, null), "sign-in.wrong");
    }

    [Theory, OnBoth]
    public async Task A_sign_in_name_is_one_in_the_whole_installation(Kind kind)
    {
        await Settle(kind);
        var other = await new AddAuthority(Store).Run(new Authority { Code = "zhytomyr", Name = "Житомирська ОДА" }, Now);

        await Refused(() => new AddPerson(Store).Run(Actor.Program(other), new NewPerson("COORDINATOR", "посада", Role.Coordinator), Now), "person.login-taken");
        await Refused(() => new AddPerson(Store).Run(Administrator, new NewPerson("new person", "посада", Role.Coordinator), Now), "person.login-form");

        Assert.Equal(2, (await new AllPeople(Store).All(Administrator)).Count);
    }

    [Theory, OnBoth]
    public async Task A_taken_role_is_gone_with_the_next_request(Kind kind)
    {
        await Settle(kind);
        var token = (await SignIn.Run("coordinator", Password, null)).Token;

        await new ChangeRole(Store).Run(Administrator, Coordinator.Person, Role.Head, null, Now);

        Assert.Equal(Role.Head, (await Sessions.Find(token))!.Actor.Role);
    }

    [Theory, OnBoth]
    public async Task A_blocked_person_is_out_at_once_and_may_come_back(Kind kind)
    {
        await Settle(kind);
        var token = (await SignIn.Run("coordinator", Password, null)).Token;

        await new BlockPerson(Store).Run(Administrator, Coordinator.Person, Now);
        Assert.Null(await Sessions.Find(token));

        await new UnblockPerson(Store).Run(Administrator, Coordinator.Person, Now);
        Assert.Null(await Sessions.Find(token));
        Assert.Equal(Coordinator, (await SignIn.Run("coordinator", Password, null)).Actor);
        Assert.Equal(["person.blocked", "person.unblocked"], (await LogOf(AuthorityId)).Where(a => a.Contains("block", StringComparison.Ordinal)));
    }

    [Theory, OnBoth]
    public async Task The_last_administrator_stays(Kind kind)
    {
        await Settle(kind);

        await Refused(() => new BlockPerson(Store).Run(Administrator, Administrator.Person, Now), "person.last-administrator");
        await Refused(() => new ChangeRole(Store).Run(Administrator, Administrator.Person, Role.Head, null, Now), "person.last-administrator");

        await Add("second", Role.Administrator);
        await new BlockPerson(Store).Run(Administrator, Administrator.Person, Now);
    }

    [Theory, OnBoth]
    public async Task Only_the_administrator_changes_people(Kind kind)
    {
        await Settle(kind);

        await Refused(() => new AddPerson(Store).Run(Coordinator, new NewPerson("friend", "посада", Role.Administrator), Now), "person.not-for-you");
        await Refused(() => new BlockPerson(Store).Run(Coordinator, Administrator.Person, Now), "person.not-for-you");
        await Refused(() => new ChangeRole(Store).Run(Coordinator, Coordinator.Person, Role.Administrator, null, Now), "person.not-for-you");
        await Refused(() => new ResetPassword(Store).Run(Coordinator, Administrator.Person, Now), "person.not-for-you");
    }

    [Theory, OnBoth]
    public async Task A_reset_password_ends_the_sessions_and_is_temporary(Kind kind)
    {
        await Settle(kind);
        var token = (await SignIn.Run("coordinator", Password, null)).Token;

        var temporary = await new ResetPassword(Store).Run(Administrator, Coordinator.Person, Now);

        Assert.Null(await Sessions.Find(token));
        Assert.Matches("^[a-z2-9]{4}(-[a-z2-9]{4}){3}$", temporary);
        Assert.True((await SignIn.Run("coordinator", temporary, null)).MustChoosePassword);
    }

    [Theory]
    [InlineData("коротке", "person.password-short")]
    [InlineData("1234567890", "person.password-plain")]
    [InlineData("йцукенгшщзх", "person.password-plain")]
    [InlineData("аааааааааааа", "person.password-plain")]
    [InlineData("coordinator1", "person.password-plain")]
    public void A_plain_password_is_refused(string password, string rule) =>
        Assert.Equal(rule, Assert.Throws<RuleBroken>(() => Passwords.Check(password, "coordinator")).Rule);

    [Fact]
    public async Task A_password_is_kept_as_PBKDF2_with_the_iterations_of_ASVS()
    {
        var kept = await Passwords.Hash(Password);

        Assert.StartsWith("pbkdf2-sha512$210000$", kept);
        Assert.True(await Passwords.Matches(Password, kept));
        Assert.False(await Passwords.Matches(Password + " ", kept));
        Assert.False(await Passwords.Matches(Password, null));
        Assert.NotEqual(kept, await Passwords.Hash(Password));
    }

    [Theory, OnBoth]
    public async Task The_day_of_a_demonstration_never_moves_back_before_the_last_fact(Kind kind)
    {
        await Settle(kind, new DateOnly(2020, 9, 16));
        var at = AuthorityClock.Now(new DateOnly(2020, 9, 16));
        await Store.Write(Coordinator, at with { Day = new(2020, 9, 17) }, w => w.Log("report.accepted", "obligation/1"));
        var move = new MoveDay(Store);

        await move.Run(Coordinator, at, new DateOnly(2020, 12, 18));
        await move.Run(Coordinator, at, new DateOnly(2020, 9, 18));
        var refused = await Refused(() => move.Run(Coordinator, at, new DateOnly(2020, 9, 16)), "day.before-last-fact");
        Assert.Equal(new DateOnly(2020, 9, 17), Assert.Single(refused.Arguments));
        await Refused(() => move.Run(Administrator, at, new DateOnly(2020, 12, 1)), "day.not-for-you");
    }

    [Theory, OnBoth]
    public async Task The_real_day_is_moved_by_nobody(Kind kind)
    {
        await Settle(kind);

        await Refused(() => new MoveDay(Store).Run(Coordinator, Now, new DateOnly(2030, 1, 1)), "day.not-a-demonstration");
    }
}
