using Npgsql;

namespace Zakhid.Operations.Storage;

/// <summary>
/// The role of bulk jobs. COPY and row-level policies exclude each other, so it bypasses them, and therefore may do next to
/// nothing: the owner of the tables gives it rights to those that a job writes, for the time of the job, one job at a time.
/// Sign-in names, sessions, people and letters it never sees.
/// </summary>
sealed class BulkRole : IAsyncDisposable
{
    const string Written = "act, act_reference, clause, plan, section, measure, measure_field, target, control_date, assignment, reporting_rule, rule_body, obligation, tally, report, submission, acceptance, report_return, body, body_alias, sequence, audit_entry, audit_head";
    const string Changed = "body, tally, sequence, audit_head";
    const string Lock = "SELECT pg_try_advisory_lock(7342, 0)", Unlock = "SELECT pg_advisory_unlock(7342, 0)";
    const string OnlyRead = "authority, body_member, event_day, control_fact, part";

    readonly NpgsqlDataSource _ordinary;
    readonly NpgsqlConnection _owner;
    readonly string _role;

    BulkRole(NpgsqlDataSource ordinary, NpgsqlConnection owner, string role) => (_ordinary, _owner, _role) = (ordinary, owner, role);

    /// <param name="ordinary">Of the role that owns the tables.</param>
    /// <param name="bulk">Of the role that is to be admitted.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="StorageFailed">Busy: another job has it; NotForBulk, BulkElsewhere.</exception>
    public static async Task<BulkRole> Admit(NpgsqlDataSource ordinary, NpgsqlDataSource bulk, CancellationToken stop)
    {
        var owner = await ordinary.OpenConnectionAsync(stop);
        try
        {
            // The lock is of this database: who can take it a second time is connected to another one.
            if (!await Ask<bool>(owner, Lock, stop)) throw new StorageFailed(StorageTrouble.Busy);
            await using var other = await bulk.OpenConnectionAsync(stop);
            if (await Ask<bool>(other, Lock, stop)) throw new StorageFailed(StorageTrouble.BulkElsewhere);
            var role = await Ask<string>(other, "SELECT quote_ident(current_user)", stop);
            if (!await Ask<bool>(other, "SELECT rolbypassrls AND NOT rolsuper FROM pg_roles WHERE rolname = current_user", stop)) throw new StorageFailed(StorageTrouble.NotForBulk, role);
            await Run(owner, $"GRANT SELECT, INSERT ON {Written} TO {role}; GRANT UPDATE ON {Changed} TO {role}; GRANT SELECT ON {OnlyRead} TO {role}", stop);
            // Past the policies, which would show an empty table to the owner; where people report already every index stays.
            if (!await Ask<bool>(other, "SELECT EXISTS (SELECT FROM obligation)", stop)) await IndexesAside.Put(owner, stop);
            return new(ordinary, owner, role);
        }
        catch
        {
            await owner.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the job: what was put aside is built, the database counts anew what it supposes of the tables, the rights are taken back.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await IndexesAside.Build(_ordinary, CancellationToken.None);
            await Run(_owner, $"ANALYZE {Written}", CancellationToken.None);
        }
        finally
        {
            await Run(_owner, $"REVOKE ALL ON {Written}, {OnlyRead} FROM {_role}; {Unlock}", CancellationToken.None);
            await _owner.DisposeAsync();
        }
    }

    /// <summary>Builds what a job that broke off left aside; while a job runs it is left to that.</summary>
    public static async Task MendAfter(NpgsqlDataSource ordinary, CancellationToken stop)
    {
        await using var owner = await ordinary.OpenConnectionAsync(stop);
        if (!await Ask<bool>(owner, "SELECT EXISTS (SELECT FROM index_aside)", stop) || !await Ask<bool>(owner, Lock, stop)) return;
        await IndexesAside.Build(ordinary, stop);
        await Run(owner, Unlock, stop);
    }

    static async Task<T> Ask<T>(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(stop))!;
    }

    /// <summary>Statements of one job, however long they take.</summary>
    internal static async Task Run(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(stop);
    }
}
