-- The tally follows the obligations; nobody can forget it. What was acknowledged is never rewritten.
CREATE TRIGGER obligation_added AFTER INSERT ON obligation BEGIN
    INSERT INTO tally VALUES (NEW.authority_id, 0, '', 0, NEW.kind, NEW.adjusted, NEW.standing, NEW.late, NEW.due_day, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO tally VALUES (NEW.authority_id, 0, NEW.period_code, NEW.body_id, NEW.kind, NEW.adjusted, NEW.standing, NEW.late, NEW.due_day, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO tally VALUES (NEW.authority_id, NEW.plan_id, NEW.period_code, 0, NEW.kind, NEW.adjusted, NEW.standing, NEW.late, NEW.due_day, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO tally VALUES (NEW.authority_id, NEW.plan_id, NEW.period_code, NEW.body_id, NEW.kind, NEW.adjusted, NEW.standing, NEW.late, NEW.due_day, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER obligation_changed AFTER UPDATE ON obligation
WHEN OLD.standing <> NEW.standing OR OLD.late <> NEW.late OR OLD.adjusted <> NEW.adjusted OR OLD.due_day <> NEW.due_day OR OLD.body_id <> NEW.body_id OR OLD.period_code <> NEW.period_code
BEGIN
    INSERT INTO tally VALUES (OLD.authority_id, 0, '', 0, OLD.kind, OLD.adjusted, OLD.standing, OLD.late, OLD.due_day, -1)
        ON CONFLICT DO UPDATE SET n = n - 1;
    INSERT INTO tally VALUES (OLD.authority_id, 0, OLD.period_code, OLD.body_id, OLD.kind, OLD.adjusted, OLD.standing, OLD.late, OLD.due_day, -1)
        ON CONFLICT DO UPDATE SET n = n - 1;
    INSERT INTO tally VALUES (OLD.authority_id, OLD.plan_id, OLD.period_code, 0, OLD.kind, OLD.adjusted, OLD.standing, OLD.late, OLD.due_day, -1)
        ON CONFLICT DO UPDATE SET n = n - 1;
    INSERT INTO tally VALUES (OLD.authority_id, OLD.plan_id, OLD.period_code, OLD.body_id, OLD.kind, OLD.adjusted, OLD.standing, OLD.late, OLD.due_day, -1)
        ON CONFLICT DO UPDATE SET n = n - 1;
    INSERT INTO tally VALUES (NEW.authority_id, 0, '', 0, NEW.kind, NEW.adjusted, NEW.standing, NEW.late, NEW.due_day, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO tally VALUES (NEW.authority_id, 0, NEW.period_code, NEW.body_id, NEW.kind, NEW.adjusted, NEW.standing, NEW.late, NEW.due_day, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO tally VALUES (NEW.authority_id, NEW.plan_id, NEW.period_code, 0, NEW.kind, NEW.adjusted, NEW.standing, NEW.late, NEW.due_day, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO tally VALUES (NEW.authority_id, NEW.plan_id, NEW.period_code, NEW.body_id, NEW.kind, NEW.adjusted, NEW.standing, NEW.late, NEW.due_day, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER obligation_gone AFTER DELETE ON obligation BEGIN
    INSERT INTO tally VALUES (OLD.authority_id, 0, '', 0, OLD.kind, OLD.adjusted, OLD.standing, OLD.late, OLD.due_day, -1)
        ON CONFLICT DO UPDATE SET n = n - 1;
    INSERT INTO tally VALUES (OLD.authority_id, 0, OLD.period_code, OLD.body_id, OLD.kind, OLD.adjusted, OLD.standing, OLD.late, OLD.due_day, -1)
        ON CONFLICT DO UPDATE SET n = n - 1;
    INSERT INTO tally VALUES (OLD.authority_id, OLD.plan_id, OLD.period_code, 0, OLD.kind, OLD.adjusted, OLD.standing, OLD.late, OLD.due_day, -1)
        ON CONFLICT DO UPDATE SET n = n - 1;
    INSERT INTO tally VALUES (OLD.authority_id, OLD.plan_id, OLD.period_code, OLD.body_id, OLD.kind, OLD.adjusted, OLD.standing, OLD.late, OLD.due_day, -1)
        ON CONFLICT DO UPDATE SET n = n - 1;
END;

-- Which days of control still wait follows what happens to the measure and its plan.
CREATE TRIGGER control_date_changed AFTER UPDATE OF nominal, adjusted, moved_by ON control_date BEGIN
    UPDATE control_date SET waits = (SELECT CASE WHEN control_date.moved_by IS NULL AND COALESCE(m.done_to, '') < control_date.nominal AND (m.removed_day IS NULL OR control_date.adjusted <= m.removed_day)
        AND (m.excluded_day IS NULL OR control_date.adjusted < m.excluded_day) AND p.closed_day IS NULL THEN 1 ELSE 0 END
        FROM measure m JOIN plan p ON p.authority_id = m.authority_id AND p.id = m.plan_id WHERE m.authority_id = control_date.authority_id AND m.id = control_date.measure_id)
        WHERE authority_id = NEW.authority_id AND measure_id = NEW.measure_id AND position = NEW.position;
END;
-- Named again, a day is looked at again by the trigger above.
CREATE TRIGGER measure_control_changed AFTER UPDATE OF done_to, removed_day, excluded_day ON measure
WHEN OLD.done_to IS NOT NEW.done_to OR OLD.removed_day IS NOT NEW.removed_day OR OLD.excluded_day IS NOT NEW.excluded_day BEGIN
    UPDATE control_date SET moved_by = moved_by WHERE authority_id = NEW.authority_id AND measure_id = NEW.id;
END;
CREATE TRIGGER plan_control_changed AFTER UPDATE OF closed_day ON plan WHEN OLD.closed_day IS NOT NEW.closed_day BEGIN
    UPDATE control_date SET moved_by = moved_by WHERE authority_id = NEW.authority_id AND measure_id IN (SELECT id FROM measure WHERE authority_id = NEW.authority_id AND plan_id = NEW.id);
END;

CREATE TRIGGER audit_entry_stays_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is never rewritten'); END;
CREATE TRIGGER audit_entry_stays_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is never rewritten'); END;
CREATE TRIGGER submission_stays_update BEFORE UPDATE ON submission BEGIN SELECT RAISE(ABORT, 'submission is never rewritten'); END;
CREATE TRIGGER submission_stays_delete BEFORE DELETE ON submission BEGIN SELECT RAISE(ABORT, 'submission is never rewritten'); END;
CREATE TRIGGER acceptance_stays_update BEFORE UPDATE ON acceptance BEGIN SELECT RAISE(ABORT, 'acceptance is never rewritten'); END;
CREATE TRIGGER acceptance_stays_delete BEFORE DELETE ON acceptance BEGIN SELECT RAISE(ABORT, 'acceptance is never rewritten'); END;
CREATE TRIGGER report_return_stays_update BEFORE UPDATE ON report_return BEGIN SELECT RAISE(ABORT, 'report_return is never rewritten'); END;
CREATE TRIGGER report_return_stays_delete BEFORE DELETE ON report_return BEGIN SELECT RAISE(ABORT, 'report_return is never rewritten'); END;
CREATE TRIGGER control_fact_stays_update BEFORE UPDATE ON control_fact BEGIN SELECT RAISE(ABORT, 'control_fact is never rewritten'); END;
CREATE TRIGGER control_fact_stays_delete BEFORE DELETE ON control_fact BEGIN SELECT RAISE(ABORT, 'control_fact is never rewritten'); END;
CREATE TRIGGER window_exception_stays_update BEFORE UPDATE ON window_exception BEGIN SELECT RAISE(ABORT, 'window_exception is never rewritten'); END;
CREATE TRIGGER window_exception_stays_delete BEFORE DELETE ON window_exception BEGIN SELECT RAISE(ABORT, 'window_exception is never rewritten'); END;

-- What the planner is to suppose of the largest table: rows in all, then rows alike in one, two, … columns of the index. Left
-- to its own rules of thumb it takes an authority for ten rows and walks all of them; counted afresh it would choose otherwise
-- on every machine. An authority of twenty thousand obligations stands for all.
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('obligation', 'obligation', '100000 20000 1'),
    ('obligation', 'obligation_once', '100000 20000 1000 4 1'),
    ('obligation', 'obligation_by_day', '100000 20000 100 1'),
    ('obligation', 'obligation_by_standing', '100000 20000 4000 50 1'),
    ('obligation', 'obligation_by_body', '100000 20000 200 50 10 1'),
    ('obligation', 'obligation_by_period', '100000 20000 1000 100 30 20 1'),
    ('obligation', 'obligation_by_measure', '100000 20000 20 4'),
    ('obligation', 'obligation_by_assignment', '100000 20000 5'),
    ('obligation', 'obligation_late', '10000 2000 400');
