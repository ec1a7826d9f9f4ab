using System.Net;
using Zakhid.Operations.Authorities;
using Zakhid.Operations.People;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.People;

public sealed class SignInTests(PostgresCluster cluster) : PeopleTest(cluster)
{
    static readonly IPAddress _office = IPAddress.Parse("192.0.2.7");

    [Theory, OnBoth]
    public async Task A_right_password_opens_a_session_of_the_person(Kind kind)
    {
        await Settle(kind);

        var session = await SignIn.Run(" Coordinator ", Password, _office);
        var visit = await Sessions.Find(session.Token);

        Assert.NotNull(visit);
        Assert.Equal(Coordinator, visit.Actor);
        Assert.Equal(("coordinator", "hlukhiv", "Глухівська міська рада"), (visit.Login, visit.AuthorityCode, visit.AuthorityName));
        Assert.False(visit.MustChoosePassword);
        Assert.Equal("person.signed-in", (await LogOf(AuthorityId))[^1]);
    }

    [Theory, OnBoth]
    public async Task The_visit_carries_the_day_of_its_authority(Kind kind)
    {
        await Settle(kind, new DateOnly(2020, 9, 16));
        var visit = await Sessions.Find((await SignIn.Run("coordinator", Password, _office)).Token);

        Assert.Equal((new DateOnly(2020, 9, 16), Clock.Now, true), (visit!.Now.Day, visit.Now.Machine, visit.DayIsMoved));

        await new MoveDay(Store).Run(visit.Actor, visit.Now, new DateOnly(2020, 9, 18));
        Assert.Equal(new DateOnly(2020, 9, 18), (await Sessions.Find((await SignIn.Run("coordinator", Password, _office)).Token))!.Now.Day);
    }

    [Theory, OnBoth]
    public async Task A_wrong_password_an_unknown_name_and_a_blocked_person_get_one_answer(Kind kind)
    {
        await Settle(kind);
        await Add("leaver", Role.Head);
        await new BlockPerson(Store).Run(Administrator, 3, Now);

        await Refused(() => SignIn.Run("coordinator", "не той пароль", _office), "sign-in.wrong");
        await Refused(() => SignIn.Run("nobody", Password, _office), "sign-in.wrong");
        await Refused(() => SignIn.Run("leaver", Password, _office), "sign-in.wrong");
    }

    [Theory, OnBoth]
    public async Task Letters_of_the_other_layout_that_look_the_same_are_the_same_name(Kind kind)
    {
        await Settle(kind);

        Assert.Equal(Coordinator, (await SignIn.Run("Сооrdinаtоr", Password, _office)).Actor);
    }

    [Theory, OnBoth]
    public async Task The_token_itself_is_kept_nowhere(Kind kind)
    {
        await Settle(kind);
        var session = await SignIn.Run("coordinator", Password, _office);

        var kept = await Store.Read(Operations.Storage.Store.Installation, r => r.One<byte[]>("SELECT token_hash FROM session"));

        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(session.Token)), kept);
        Assert.Equal(43, session.Token.Length);
        Assert.Null(await Sessions.Find(Convert.ToHexStringLower(kept)));
        Assert.Null(await Sessions.Find(""));
    }

    [Theory, OnBoth]
    public async Task A_session_ends_after_an_hour_unused_and_after_twelve_hours_however_used(Kind kind)
    {
        await Settle(kind);
        var unused = (await SignIn.Run("coordinator", Password, _office)).Token;
        Clock.Pass(TimeSpan.FromMinutes(61));
        Assert.Null(await Sessions.Find(unused));

        var used = (await SignIn.Run("coordinator", Password, _office)).Token;
        for (var i = 0; i < 14; i++)
        {
            Clock.Pass(TimeSpan.FromMinutes(50));
            Assert.NotNull(await Sessions.Find(used));
        }
        Clock.Pass(TimeSpan.FromMinutes(20));
        Assert.Null(await Sessions.Find(used));
    }

    [Theory, OnBoth]
    public async Task Signing_out_ends_the_session_at_once(Kind kind)
    {
        await Settle(kind);
        var token = (await SignIn.Run("coordinator", Password, _office)).Token;

        await Sessions.End(token);
        await Sessions.End(token);

        Assert.Null(await Sessions.Find(token));
        Assert.Single(await LogOf(AuthorityId), a => a == "person.signed-out");
    }

    [Theory, OnBoth]
    public async Task After_five_wrong_passwords_even_the_right_one_has_to_wait(Kind kind)
    {
        await Settle(kind);
        for (var i = 0; i < 5; i++) await Refused(() => SignIn.Run("coordinator", $"спроба номер {i}", _office), "sign-in.wrong");

        var wait = await Refused(() => SignIn.Run("coordinator", Password, _office), "sign-in.wait");
        Assert.Equal(1, Assert.Single(wait.Arguments));

        Clock.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(Coordinator, (await SignIn.Run("coordinator", Password, _office)).Actor);
        // Forgiven: the next slip of the finger does not wait.
        await Refused(() => SignIn.Run("coordinator", "не той пароль", _office), "sign-in.wrong");
        Assert.Equal(Coordinator, (await SignIn.Run("coordinator", Password, _office)).Actor);
    }

    [Theory, OnBoth]
    public async Task Guesses_at_once_are_no_better_than_one_after_another(Kind kind)
    {
        await Settle(kind);
        var heard = 0;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            try { await SignIn.Run("coordinator", $"спроба номер {i}", _office); }
            catch (RuleBroken refused) when (refused.Rule == "sign-in.wrong") { Interlocked.Increment(ref heard); }
            catch (RuleBroken refused) when (refused.Rule == "sign-in.wait") { }
        }));

        Assert.Equal(5, heard);
    }

    [Theory, OnBoth]
    public async Task Nobody_locks_a_person_out_from_elsewhere(Kind kind)
    {
        await Settle(kind);
        await SignIn.Run("coordinator", Password, _office);

        for (var i = 0; i < 45; i++)
        {
            // Counted as a guess is, without the tenth of a second that its hashing takes.
            try { await Store.Write(Actor.Program(Operations.Storage.Store.Installation), Now, w => new SignInAttempt("coordinator", IPAddress.Parse($"2001:db8:{i:x}::1")).Count(w)); }
            catch (RuleBroken refused) when (refused.Rule == "sign-in.wait") { }
        }

        Assert.Equal("sign-in.wait", (await Assert.ThrowsAsync<RuleBroken>(() => SignIn.Run("coordinator", Password, IPAddress.Parse("2001:db8:ffff::1")))).Rule);
        Assert.Equal(Coordinator, (await SignIn.Run("coordinator", Password, _office)).Actor);
    }

    [Theory, OnBoth]
    public async Task One_network_of_IPv6_is_one_address(Kind kind)
    {
        await Settle(kind);
        for (var i = 0; i < 5; i++) await Refused(() => SignIn.Run("coordinator", "вгадую", IPAddress.Parse($"2001:db8::{i:x}")), "sign-in.wrong");

        await Refused(() => SignIn.Run("coordinator", "вгадую", IPAddress.Parse("2001:db8::9999")), "sign-in.wait");
    }
}
