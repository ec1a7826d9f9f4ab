-- The tally follows the obligations; nobody can forget it. What was acknowledged is never rewritten.
CREATE TRIGGER obligation_added AFTER INSERT ON obligation BEGIN
    INSERT INTO tally VALUES (NEW.authority_id, 0, '', 0, NEW.kind, NEW.adjusted, NEW.standing, NEW.late, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO tally VALUES (NEW.authority_id, 0, NEW.period_code, NEW.body_id, NEW.kind, NEW.adjusted, NEW.standing, NEW.late, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO tally VALUES (NEW.authority_id, NEW.plan_id, NEW.period_code, 0, NEW.kind, NEW.adjusted, NEW.standing, NEW.late, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO tally VALUES (NEW.authority_id, NEW.plan_id, NEW.period_code, NEW.body_id, NEW.kind, NEW.adjusted, NEW.standing, NEW.late, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER obligation_changed AFTER UPDATE ON obligation
WHEN OLD.standing <> NEW.standing OR OLD.late <> NEW.late OR OLD.adjusted <> NEW.adjusted OR OLD.body_id <> NEW.body_id OR OLD.period_code <> NEW.period_code
BEGIN
    INSERT INTO tally VALUES (OLD.authority_id, 0, '', 0, OLD.kind, OLD.adjusted, OLD.standing, OLD.late, -1)
        ON CONFLICT DO UPDATE SET n = n - 1;
    INSERT INTO tally VALUES (OLD.authority_id, 0, OLD.period_code, OLD.body_id, OLD.kind, OLD.adjusted, OLD.standing, OLD.late, -1)
        ON CONFLICT DO UPDATE SET n = n - 1;
    INSERT INTO tally VALUES (OLD.authority_id, OLD.plan_id, OLD.period_code, 0, OLD.kind, OLD.adjusted, OLD.standing, OLD.late, -1)
        ON CONFLICT DO UPDATE SET n = n - 1;
    INSERT INTO tally VALUES (OLD.authority_id, OLD.plan_id, OLD.period_code, OLD.body_id, OLD.kind, OLD.adjusted, OLD.standing, OLD.late, -1)
        ON CONFLICT DO UPDATE SET n = n - 1;
    INSERT INTO tally VALUES (NEW.authority_id, 0, '', 0, NEW.kind, NEW.adjusted, NEW.standing, NEW.late, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO tally VALUES (NEW.authority_id, 0, NEW.period_code, NEW.body_id, NEW.kind, NEW.adjusted, NEW.standing, NEW.late, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO tally VALUES (NEW.authority_id, NEW.plan_id, NEW.period_code, 0, NEW.kind, NEW.adjusted, NEW.standing, NEW.late, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO tally VALUES (NEW.authority_id, NEW.plan_id, NEW.period_code, NEW.body_id, NEW.kind, NEW.adjusted, NEW.standing, NEW.late, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER obligation_gone AFTER DELETE ON obligation BEGIN
    INSERT INTO tally VALUES (OLD.authority_id, 0, '', 0, OLD.kind, OLD.adjusted, OLD.standing, OLD.late, -1)
        ON CONFLICT DO UPDATE SET n = n - 1;
    INSERT INTO tally VALUES (OLD.authority_id, 0, OLD.period_code, OLD.body_id, OLD.kind, OLD.adjusted, OLD.standing, OLD.late, -1)
        ON CONFLICT DO UPDATE SET n = n - 1;
    INSERT INTO tally VALUES (OLD.authority_id, OLD.plan_id, OLD.period_code, 0, OLD.kind, OLD.adjusted, OLD.standing, OLD.late, -1)
        ON CONFLICT DO UPDATE SET n = n - 1;
    INSERT INTO tally VALUES (OLD.authority_id, OLD.plan_id, OLD.period_code, OLD.body_id, OLD.kind, OLD.adjusted, OLD.standing, OLD.late, -1)
        ON CONFLICT DO UPDATE SET n = n - 1;
END;

CREATE TRIGGER audit_entry_stays_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is never rewritten'); END;
CREATE TRIGGER audit_entry_stays_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is never rewritten'); END;
CREATE TRIGGER submission_stays_update BEFORE UPDATE ON submission BEGIN SELECT RAISE(ABORT, 'submission is never rewritten'); END;
CREATE TRIGGER submission_stays_delete BEFORE DELETE ON submission BEGIN SELECT RAISE(ABORT, 'submission is never rewritten'); END;
CREATE TRIGGER acceptance_stays_update BEFORE UPDATE ON acceptance BEGIN SELECT RAISE(ABORT, 'acceptance is never rewritten'); END;
CREATE TRIGGER acceptance_stays_delete BEFORE DELETE ON acceptance BEGIN SELECT RAISE(ABORT, 'acceptance is never rewritten'); END;
CREATE TRIGGER report_return_stays_update BEFORE UPDATE ON report_return BEGIN SELECT RAISE(ABORT, 'report_return is never rewritten'); END;
CREATE TRIGGER report_return_stays_delete BEFORE DELETE ON report_return BEGIN SELECT RAISE(ABORT, 'report_return is never rewritten'); END;
