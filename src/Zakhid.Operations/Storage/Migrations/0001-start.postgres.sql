-- The tally follows the obligations; nobody can forget it.
CREATE FUNCTION obligation_tally() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Counted once by the finest level; the others are sums of it.
    IF TG_OP = 'INSERT' THEN
        INSERT INTO tally
        SELECT o.authority_id, l.plan_id, l.period_code, l.body_id, o.kind, o.adjusted, o.standing, o.late, o.due_day, sum(o.n)
        FROM (SELECT authority_id, plan_id, period_code, body_id, kind, adjusted, standing, late, due_day, count(*) AS n FROM added GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9) o
        CROSS JOIN LATERAL (VALUES (0::bigint, ''::text, 0::bigint), (0, o.period_code, o.body_id),
            (o.plan_id, o.period_code, 0), (o.plan_id, o.period_code, o.body_id)) AS l (plan_id, period_code, body_id)
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
        ON CONFLICT (authority_id, plan_id, body_id, period_code, kind, adjusted, standing, late, due_day) DO UPDATE SET n = tally.n + EXCLUDED.n;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO tally
        SELECT o.authority_id, l.plan_id, l.period_code, l.body_id, o.kind, o.adjusted, o.standing, o.late, o.due_day, sum(o.n)
        FROM (SELECT authority_id, plan_id, period_code, body_id, kind, adjusted, standing, late, due_day, -count(*) AS n FROM gone GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9) o
        CROSS JOIN LATERAL (VALUES (0::bigint, ''::text, 0::bigint), (0, o.period_code, o.body_id),
            (o.plan_id, o.period_code, 0), (o.plan_id, o.period_code, o.body_id)) AS l (plan_id, period_code, body_id)
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
        ON CONFLICT (authority_id, plan_id, body_id, period_code, kind, adjusted, standing, late, due_day) DO UPDATE SET n = tally.n + EXCLUDED.n;
    ELSE
        INSERT INTO tally
        SELECT o.authority_id, l.plan_id, l.period_code, l.body_id, o.kind, o.adjusted, o.standing, o.late, o.due_day, sum(o.n)
        FROM (SELECT authority_id, plan_id, period_code, body_id, kind, adjusted, standing, late, due_day, sum(sign) AS n FROM (SELECT 1 AS sign, * FROM added UNION ALL SELECT -1, * FROM gone) c GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9) o
        CROSS JOIN LATERAL (VALUES (0::bigint, ''::text, 0::bigint), (0, o.period_code, o.body_id),
            (o.plan_id, o.period_code, 0), (o.plan_id, o.period_code, o.body_id)) AS l (plan_id, period_code, body_id)
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 HAVING sum(o.n) <> 0
        ON CONFLICT (authority_id, plan_id, body_id, period_code, kind, adjusted, standing, late, due_day) DO UPDATE SET n = tally.n + EXCLUDED.n;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER obligation_added AFTER INSERT ON obligation
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION obligation_tally();
CREATE TRIGGER obligation_changed AFTER UPDATE ON obligation
    REFERENCING NEW TABLE AS added OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION obligation_tally();
CREATE TRIGGER obligation_gone AFTER DELETE ON obligation
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION obligation_tally();

-- Which days of control still wait follows what happens to the measure and its plan.
CREATE FUNCTION control_date_waits(d control_date) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN d.moved_by IS NULL AND COALESCE(m.done_to, '') < d.nominal AND (m.removed_day IS NULL OR d.adjusted <= m.removed_day)
        AND (m.excluded_day IS NULL OR d.adjusted < m.excluded_day) AND p.closed_day IS NULL THEN 1 ELSE 0 END
    FROM measure m JOIN plan p ON p.authority_id = m.authority_id AND p.id = m.plan_id WHERE m.authority_id = d.authority_id AND m.id = d.measure_id
$$;
CREATE FUNCTION control_date_settled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'control_date' THEN
        NEW.waits := control_date_waits(NEW);
        RETURN NEW;
    ELSIF TG_TABLE_NAME = 'measure' THEN
        UPDATE control_date d SET waits = control_date_waits(d) WHERE d.authority_id = NEW.authority_id AND d.measure_id = NEW.id;
    ELSE
        UPDATE control_date d SET waits = control_date_waits(d) WHERE d.authority_id = NEW.authority_id AND d.measure_id IN (SELECT id FROM measure WHERE authority_id = NEW.authority_id AND plan_id = NEW.id);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER control_date_changed BEFORE UPDATE OF nominal, adjusted, moved_by ON control_date FOR EACH ROW EXECUTE FUNCTION control_date_settled();
CREATE TRIGGER measure_control_changed AFTER UPDATE OF done_to, removed_day, excluded_day ON measure FOR EACH ROW
    WHEN ((OLD.done_to, OLD.removed_day, OLD.excluded_day) IS DISTINCT FROM (NEW.done_to, NEW.removed_day, NEW.excluded_day)) EXECUTE FUNCTION control_date_settled();
CREATE TRIGGER plan_control_changed AFTER UPDATE OF closed_day ON plan FOR EACH ROW WHEN (OLD.closed_day IS DISTINCT FROM NEW.closed_day) EXECUTE FUNCTION control_date_settled();

-- What a bulk job does without until its end; see IndexesAside.
CREATE TABLE index_aside (
    name text NOT NULL PRIMARY KEY,
    definition text NOT NULL
);

-- What was acknowledged is never rewritten.
CREATE FUNCTION never_rewritten() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is never rewritten', TG_TABLE_NAME;
END $$;
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION never_rewritten();
CREATE TRIGGER submission_stays BEFORE UPDATE OR DELETE ON submission FOR EACH ROW EXECUTE FUNCTION never_rewritten();
CREATE TRIGGER acceptance_stays BEFORE UPDATE OR DELETE ON acceptance FOR EACH ROW EXECUTE FUNCTION never_rewritten();
CREATE TRIGGER report_return_stays BEFORE UPDATE OR DELETE ON report_return FOR EACH ROW EXECUTE FUNCTION never_rewritten();
CREATE TRIGGER control_fact_stays BEFORE UPDATE OR DELETE ON control_fact FOR EACH ROW EXECUTE FUNCTION never_rewritten();
CREATE TRIGGER window_exception_stays BEFORE UPDATE OR DELETE ON window_exception FOR EACH ROW EXECUTE FUNCTION never_rewritten();

-- The second wall: a query that forgets its authority finds nothing. The tables of the installation itself (who signs in
-- where, sessions, the queue of jobs) are outside it. FORCE: the wall holds for the owner of the tables too.
DO $$
DECLARE t text;
BEGIN
    FOR t IN SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables b USING (table_schema, table_name)
             WHERE c.table_schema = current_schema() AND c.column_name = 'authority_id' AND b.table_type = 'BASE TABLE'
               AND c.table_name NOT IN ('login', 'session', 'job', 'sequence')
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY wall ON %I USING (authority_id = NULLIF(current_setting(''zakhid.authority'', true), '''')::bigint)', t);
    END LOOP;
END $$;
