using Zakhid.Operations.Authorities;
using Zakhid.Operations.People;
using Zakhid.Operations.Storage;
using Zakhid.Operations.Tests.Storage;

namespace Zakhid.Operations.Tests.People;

/// <summary>An installation of one authority with an administrator and a coordinator.</summary>
public abstract class PeopleTest(PostgresCluster cluster) : StoreTest(cluster)
{
    protected const string Password = "тихий ранок над Десною";
    protected TestClock Clock { get; } = new();
    protected AuthorityClock AuthorityClock => new(Clock);
    protected Store Store { get; private set; } = null!;
    protected Sessions Sessions { get; private set; } = null!;
    protected SignIn SignIn { get; private set; } = null!;
    protected long AuthorityId { get; private set; }
    protected Moment Now => AuthorityClock.Now();
    protected Actor Administrator { get; private set; } = null!;
    protected Actor Coordinator { get; private set; } = null!;

    protected async Task Settle(Kind kind, DateOnly? day = null)
    {
        Store = await Open(kind);
        Sessions = new(Store, AuthorityClock);
        SignIn = new(Store, Sessions, AuthorityClock);
        AuthorityId = await new AddAuthority(Store).Run(new Authority { Code = "hlukhiv", Name = "Глухівська міська рада", Day = day, IsSample = day is not null }, AuthorityClock.Now(day));
        Administrator = await Add("admin", Role.Administrator);
        Coordinator = await Add("coordinator", Role.Coordinator);
    }

    protected async Task<Actor> Add(string login, Role role, long? body = null)
    {
        var (id, _) = await new AddPerson(Store).Run(Actor.Program(AuthorityId), new NewPerson(login, "посада за штатним розписом", role, body), Now, Password);
        return new(AuthorityId, id, role, body);
    }

    protected static async Task<RuleBroken> Refused(Func<Task> deed, string rule)
    {
        var refused = await Assert.ThrowsAsync<RuleBroken>(deed);
        Assert.Equal(rule, refused.Rule);
        return refused;
    }

    protected Task<List<string>> LogOf(long authority) => Store.Read(authority, r => r.All<string>("SELECT action FROM audit_entry WHERE authority_id = @authority ORDER BY seq"));
}
