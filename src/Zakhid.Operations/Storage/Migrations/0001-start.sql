-- Written once for both databases: SQLite takes it as it is, PostgreSQL through Dialect.Translate (INTEGER is BIGINT there,
-- BLOB is BYTEA, TEXT compares byte by byte as here). Days are 'YYYY-MM-DD', instants 'YYYY-MM-DDTHH:MM:SS.fffZ' (UTC),
-- yes and no are 1 and 0, JSON and decimals are TEXT. Every row belongs to an authority; its key begins every key.

-- ── the installation ─────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE installation (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    created_at TEXT NOT NULL,
    is_demo INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE authority (
    id INTEGER NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,                       -- «hlukhiv»: in addresses and on the command line
    name TEXT NOT NULL,                              -- nominative
    name_genitive TEXT,                              -- the cases that the official paper needs
    name_dative TEXT,
    short_name TEXT,
    edrpou TEXT,                                     -- eight digits; packages know the authority by it
    place TEXT,                                      -- «м. Глухів»
    oblast TEXT,
    head_post TEXT,                                  -- «міський голова»
    head_post_dative TEXT,                           -- «Міському голові»: the addressee
    coordinator_post TEXT,                           -- who signs the consolidated report
    day TEXT,                                        -- the authority's day in a demonstration; null: the real one
    derived_day TEXT,                                -- up to this day what measures past their term owe has been derived
    day_off_policy TEXT NOT NULL DEFAULT 'Preceding',
    transfers_apply INTEGER NOT NULL DEFAULT 1,      -- transfers of working days are recommendations
    reminders TEXT NOT NULL DEFAULT '{}',            -- ReminderPolicy as JSON: on which working days letters go
    window_days INTEGER,                             -- reports are taken so many working days after their day; null: without end
    window_until_sent INTEGER NOT NULL DEFAULT 0,    -- … and only until the period's document is sent
    is_sample INTEGER NOT NULL DEFAULT 0,
    settings TEXT NOT NULL DEFAULT '{}',
    created_at TEXT NOT NULL
) STRICT;

-- Sign-in names are unique in an installation and decide the authority.
CREATE TABLE login (
    login_key TEXT NOT NULL PRIMARY KEY,             -- folded
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    person_id INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
    token_hash BLOB NOT NULL PRIMARY KEY,            -- SHA-256 of the token; the token itself is kept nowhere
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    person_id INTEGER NOT NULL,
    csrf TEXT NOT NULL,
    started_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    idle_until TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    ended_at TEXT
) STRICT;
CREATE INDEX session_of_person ON session (authority_id, person_id);

CREATE TABLE sign_in_attempt (
    key TEXT NOT NULL PRIMARY KEY,                   -- login and address, address alone, login alone
    failures INTEGER NOT NULL,
    last_at TEXT NOT NULL,
    open_at TEXT NOT NULL                            -- the next try is heard from then on
) STRICT;

CREATE TABLE job (
    id INTEGER NOT NULL PRIMARY KEY,
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    payload TEXT NOT NULL DEFAULT '{}',
    run_at TEXT NOT NULL,
    claimed_until TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    done_at TEXT,
    trouble TEXT,
    UNIQUE (authority_id, kind, key)
) STRICT;
CREATE INDEX job_waiting ON job (run_at) WHERE done_at IS NULL;

-- The one server that letters leave through. Its password lies in a file of its own and in no backup.
CREATE TABLE mail_server (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    host TEXT NOT NULL,
    port INTEGER NOT NULL,
    safety TEXT NOT NULL,                            -- MailSafety: Tls, StartTls
    login TEXT,
    from_address TEXT NOT NULL,
    from_name TEXT NOT NULL,
    site TEXT,                                       -- address of the installation, for links in letters
    ca TEXT,                                         -- PEM of who signed the server's certificate, where that is nobody public
    changed_at TEXT NOT NULL
) STRICT;

-- ── numbers, the log ─────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE sequence (
    authority_id INTEGER NOT NULL,                   -- 0: the installation's own
    name TEXT NOT NULL,
    next INTEGER NOT NULL,
    PRIMARY KEY (authority_id, name)
) STRICT;

CREATE TABLE audit_entry (
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    seq INTEGER NOT NULL,
    machine_at TEXT NOT NULL,
    at TEXT NOT NULL,                                -- the authority's clock
    day TEXT NOT NULL,                               -- the authority's day
    person_id INTEGER NOT NULL,                      -- 0: the program
    action TEXT NOT NULL,                            -- «report.submitted»
    subject TEXT NOT NULL,                           -- «obligation/12»
    detail TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (authority_id, seq)
) STRICT;
CREATE INDEX audit_of_subject ON audit_entry (authority_id, subject, seq);
CREATE INDEX audit_of_person ON audit_entry (authority_id, person_id, seq);

CREATE TABLE audit_head (
    authority_id INTEGER NOT NULL PRIMARY KEY REFERENCES authority (id),
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;

-- ── bodies and people ────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE body (
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    name TEXT NOT NULL,                              -- nominative
    name_genitive TEXT,
    name_dative TEXT,
    key TEXT NOT NULL,                               -- folded, without the parent: one body, however it is printed
    kind TEXT NOT NULL,                              -- ExecutorKind
    class_key TEXT,
    parent_id INTEGER,
    is_group INTEGER NOT NULL DEFAULT 0,
    identifiable INTEGER NOT NULL DEFAULT 1,
    is_coordinator INTEGER NOT NULL DEFAULT 0,
    is_outside INTEGER NOT NULL DEFAULT 0,           -- not subordinate: can be asked, not ordered
    search_key TEXT NOT NULL DEFAULT '',
    sort_key TEXT NOT NULL DEFAULT '',
    edrpou TEXT,                                     -- eight digits
    katottg TEXT,                                    -- «UA» in Latin letters and seventeen digits
    email TEXT,                                      -- where letters go when no person of it has an address
    phone TEXT,
    address TEXT,
    withdrawn_at TEXT,
    withdrawn_ground TEXT,
    merged_into INTEGER,                             -- withdrawn because it is that other body; its key and names lead there
    PRIMARY KEY (authority_id, id),
    UNIQUE (authority_id, key),
    FOREIGN KEY (authority_id, parent_id) REFERENCES body (authority_id, id),
    FOREIGN KEY (authority_id, merged_into) REFERENCES body (authority_id, id)
) STRICT;
CREATE INDEX body_in_order ON body (authority_id, sort_key, id);

CREATE TABLE body_alias (
    authority_id INTEGER NOT NULL,
    key TEXT NOT NULL,                               -- folded printed form
    body_id INTEGER NOT NULL,
    printed TEXT NOT NULL,
    PRIMARY KEY (authority_id, key),
    FOREIGN KEY (authority_id, body_id) REFERENCES body (authority_id, id)
) STRICT;

CREATE TABLE body_member (
    authority_id INTEGER NOT NULL,
    group_id INTEGER NOT NULL,
    body_id INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT,
    entered_day TEXT NOT NULL,                       -- what had fallen due by then stays with the group
    withdrawn_at TEXT,                               -- entered by mistake: it never was a member
    PRIMARY KEY (authority_id, group_id, body_id, from_day),
    FOREIGN KEY (authority_id, group_id) REFERENCES body (authority_id, id),
    FOREIGN KEY (authority_id, body_id) REFERENCES body (authority_id, id)
) STRICT;
CREATE INDEX body_member_of_body ON body_member (authority_id, body_id);

CREATE TABLE person (
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    login TEXT NOT NULL,
    post TEXT NOT NULL,
    name TEXT,                                       -- null: named by post, no person invented
    role TEXT NOT NULL,
    body_id INTEGER,
    language TEXT NOT NULL DEFAULT 'uk',
    phone TEXT,
    email TEXT,                                      -- an EmailAddress; null: gets no letters
    password TEXT,                                   -- null: cannot sign in yet
    password_at TEXT,
    password_is_temporary INTEGER NOT NULL DEFAULT 0, -- handed over by another: only good for choosing one's own
    created_at TEXT NOT NULL,
    blocked_at TEXT,
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, body_id) REFERENCES body (authority_id, id)
) STRICT;
CREATE INDEX person_of_body ON person (authority_id, body_id);

-- The secret address of a person's calendar, for programs that cannot sign in.
CREATE TABLE calendar_feed (
    authority_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    token_hash BLOB NOT NULL,                        -- SHA-256 of the secret; the secret itself is kept nowhere
    made_at TEXT NOT NULL,
    PRIMARY KEY (authority_id, person_id),
    FOREIGN KEY (authority_id, person_id) REFERENCES person (authority_id, id)
) STRICT;

-- A post of a body («начальник відділу») and who holds it on which days; see Zakhid.Bodies.PostHolders.
CREATE TABLE post (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    body_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    withdrawn_at TEXT,
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, body_id) REFERENCES body (authority_id, id)
) STRICT;
CREATE INDEX post_of_body ON post (authority_id, body_id);

CREATE TABLE post_holder (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    post_id INTEGER NOT NULL,
    person_id INTEGER,                               -- where the holder signs in
    name TEXT NOT NULL,
    holding TEXT NOT NULL,                           -- Full, Acting («в.о.»), TemporarilyActing («т.в.о.»)
    from_day TEXT NOT NULL,
    to_day TEXT,
    ground TEXT,                                     -- the order that appoints
    withdrawn_at TEXT,                               -- entered by mistake
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, post_id) REFERENCES post (authority_id, id),
    FOREIGN KEY (authority_id, person_id) REFERENCES person (authority_id, id)
) STRICT;
CREATE INDEX post_holder_of_post ON post_holder (authority_id, post_id);
CREATE INDEX post_holder_of_person ON post_holder (authority_id, person_id);

-- All that a person held passed to another; what the first did stays his.
CREATE TABLE hand_over (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    from_person_id INTEGER NOT NULL,
    to_person_id INTEGER NOT NULL,
    ground TEXT NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, from_person_id) REFERENCES person (authority_id, id),
    FOREIGN KEY (authority_id, to_person_id) REFERENCES person (authority_id, id)
) STRICT;

-- ── files, import ────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE file (
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    sha256 TEXT NOT NULL,                            -- lower-case hex; the bytes lie in files/ab/<sha256>
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    name TEXT NOT NULL,                              -- as it was first given
    cleaned TEXT,                                    -- of a photograph: Location, Data were taken out before it was kept; NULL: nothing had to be
    kept_at TEXT NOT NULL,
    kept_by INTEGER NOT NULL,
    PRIMARY KEY (authority_id, sha256)
) STRICT;

CREATE TABLE import (
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    file_name TEXT NOT NULL,
    reading TEXT NOT NULL,                           -- PlanReading as JSON, exactly as the reader gave it
    title TEXT,
    measures INTEGER NOT NULL DEFAULT 0,
    questions INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 0,              -- grows with every correction
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    plan_id INTEGER,                                 -- what it became
    adopted_at TEXT,
    adopted_by INTEGER,
    withdrawn_at TEXT,
    withdrawn_by INTEGER,
    identity TEXT NOT NULL DEFAULT '',               -- that of its act as corrected so far, as in act.identity
    text_hash TEXT NOT NULL DEFAULT '',              -- of the text as read: the same act in another file is told by it
    rolled_from_plan_id INTEGER,                     -- a draft of the next year's plan, made from this one
    changes_import_id INTEGER,                       -- «змінений файл»: the import of the same act that it differs from, until a person has chosen
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, sha256) REFERENCES file (authority_id, sha256)
) STRICT;
CREATE INDEX import_of_identity ON import (authority_id, identity);

-- What a person changed in a reading, newest last; the reading itself never changes.
CREATE TABLE correction (
    authority_id INTEGER NOT NULL,
    import_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    pointer TEXT NOT NULL,                           -- JSON pointer («/measures/3/term_text»)
    value TEXT,                                      -- JSON
    before TEXT,                                     -- JSON
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (authority_id, import_id, position),
    FOREIGN KEY (authority_id, import_id) REFERENCES import (authority_id, id)
) STRICT;

-- ── the act and the plan ─────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE act (
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    identity TEXT NOT NULL,                          -- issuer, kind, number and date folded; drafts: the hash of the text
    text_hash TEXT NOT NULL,
    sha256 TEXT,
    issuer TEXT,
    kind TEXT,
    number TEXT,
    date TEXT,
    title TEXT,
    signatory TEXT,
    is_draft INTEGER NOT NULL DEFAULT 0,
    control TEXT NOT NULL DEFAULT '[]',              -- who controls the execution, as printed
    day_off_policy TEXT,                             -- what this act does with a day off; null: as the authority
    policy_ground TEXT,
    requisites_by INTEGER,                           -- entered by hand
    requisites_at TEXT,
    at TEXT NOT NULL,
    PRIMARY KEY (authority_id, id),
    UNIQUE (authority_id, identity)
) STRICT;

CREATE TABLE act_reference (
    authority_id INTEGER NOT NULL,
    act_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    relation TEXT NOT NULL,                          -- Supersedes, Amends
    kind TEXT,
    number TEXT,
    date TEXT,
    title TEXT,
    refers_to INTEGER,                               -- the act, where it is in the installation
    PRIMARY KEY (authority_id, act_id, position),
    FOREIGN KEY (authority_id, act_id) REFERENCES act (authority_id, id),
    FOREIGN KEY (authority_id, refers_to) REFERENCES act (authority_id, id)
) STRICT;

CREATE TABLE clause (
    authority_id INTEGER NOT NULL,
    act_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    number TEXT,
    kind TEXT NOT NULL,                              -- ClauseKind
    text TEXT NOT NULL,
    place TEXT,
    PRIMARY KEY (authority_id, act_id, position),
    FOREIGN KEY (authority_id, act_id) REFERENCES act (authority_id, id)
) STRICT;

-- A plan's state follows from facts: a draft has no control_day, a running one has, a closed one has closed_day.
CREATE TABLE plan (
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    act_id INTEGER NOT NULL,
    import_id INTEGER,
    title TEXT NOT NULL,
    from_day TEXT,
    to_day TEXT,                                     -- null: end unknown
    signed_by TEXT,
    settings TEXT NOT NULL DEFAULT '{}',             -- columns of the official paper, addressee
    search_key TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    created_by INTEGER NOT NULL,
    control_day TEXT,
    control_at TEXT,
    control_by INTEGER,
    closed_day TEXT,
    closed_at TEXT,
    closed_by INTEGER,
    closed_ground TEXT,
    closed_open TEXT,                                -- what became of its open reports: OpenReports
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, act_id) REFERENCES act (authority_id, id),
    FOREIGN KEY (authority_id, import_id) REFERENCES import (authority_id, id)
) STRICT;

-- A plan that is to lose force on a day to come: the rule that was chosen closes it when the authority reaches that day.
CREATE TABLE repeal_ahead (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    ground TEXT NOT NULL,
    open TEXT NOT NULL,                              -- OpenReports
    amendment_id INTEGER,                            -- the file that says so
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    done_at TEXT,
    withdrawn_at TEXT,
    withdrawn_by INTEGER,
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, plan_id) REFERENCES plan (authority_id, id)
) STRICT;
CREATE UNIQUE INDEX repeal_ahead_now ON repeal_ahead (authority_id, plan_id) WHERE done_at IS NULL AND withdrawn_at IS NULL;

-- The day of an event that terms are counted from and the act does not date («після затвердження бюджету»), with the document
-- that says it. The newest of a key counts; what follows from it is derived.
CREATE TABLE event_day (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    key TEXT NOT NULL,                               -- AwaitedEvent.Key
    words TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT,                                     -- the last day of a season
    document TEXT NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, plan_id) REFERENCES plan (authority_id, id)
) STRICT;
CREATE INDEX event_day_of_plan ON event_day (authority_id, plan_id, key);

CREATE TABLE section (
    authority_id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (authority_id, plan_id, position),
    FOREIGN KEY (authority_id, plan_id) REFERENCES plan (authority_id, id)
) STRICT;

CREATE TABLE measure (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    section_position INTEGER,
    number TEXT,
    text TEXT NOT NULL,
    gist TEXT NOT NULL DEFAULT '',                   -- what lists call it: printed words, shortened
    goal TEXT,
    audience TEXT,
    criteria TEXT,
    funding TEXT,
    funding_json TEXT NOT NULL DEFAULT '[]',
    term_text TEXT,
    term_json TEXT,                                  -- Term as JSON
    venue TEXT,
    executor_text TEXT,
    supervisors TEXT NOT NULL DEFAULT '[]',
    indicators TEXT NOT NULL DEFAULT '{}',
    window_from TEXT,
    window_to TEXT,
    search_key TEXT NOT NULL DEFAULT '',
    confirmed_state TEXT,                            -- as last confirmed by an acceptance
    confirmed_day TEXT,
    done_to TEXT,                                    -- what is due by its term up to this day is confirmed done: of a single term every day, of a recurring one the last period that is
    extended_to TEXT,
    removed_day TEXT,                                -- removed from control
    since_day TEXT,                                  -- first day of its term as it stands; null: since the act
    excluded_day TEXT,                               -- taken out of the plan by an amendment; stands behind all others
    excluded_ground TEXT,
    PRIMARY KEY (authority_id, id),
    UNIQUE (authority_id, plan_id, position),
    UNIQUE (authority_id, plan_id, id),
    FOREIGN KEY (authority_id, plan_id) REFERENCES plan (authority_id, id)
) STRICT;

CREATE TABLE measure_field (
    authority_id INTEGER NOT NULL,
    measure_id INTEGER NOT NULL,
    field TEXT NOT NULL,                             -- «term_text»
    place TEXT,                                      -- Place as JSON
    printed TEXT,                                    -- as it was read, where a person corrected it
    corrected_by INTEGER,
    corrected_at TEXT,
    PRIMARY KEY (authority_id, measure_id, field),
    FOREIGN KEY (authority_id, measure_id) REFERENCES measure (authority_id, id)
) STRICT, WITHOUT ROWID;

-- A compound measure that a person divided into parts, each reported on by itself: «3.а».
CREATE TABLE part (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    measure_id INTEGER NOT NULL,
    letter TEXT NOT NULL,                            -- «а»
    text TEXT NOT NULL,
    gist TEXT NOT NULL,
    criteria TEXT,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    withdrawn_at TEXT,                               -- the measure is whole again
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, measure_id) REFERENCES measure (authority_id, id)
) STRICT;
CREATE UNIQUE INDEX part_now ON part (authority_id, measure_id, letter) WHERE withdrawn_at IS NULL;

CREATE TABLE target (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    measure_id INTEGER NOT NULL,
    part_id INTEGER,                                 -- null: of the measure as the plan prints it
    position INTEGER NOT NULL,
    type TEXT NOT NULL,                              -- TargetType
    metric TEXT,
    unit TEXT,
    value TEXT,
    measurable INTEGER NOT NULL,
    meaning TEXT NOT NULL,                           -- Target as JSON
    since_day TEXT,                                  -- asked from then on; null: since the act
    left_day TEXT,                                   -- the criterion was changed by an amendment: its figures stay, it is asked no more
    PRIMARY KEY (authority_id, id),
    UNIQUE (authority_id, measure_id, position),
    FOREIGN KEY (authority_id, part_id) REFERENCES part (authority_id, id),
    FOREIGN KEY (authority_id, measure_id) REFERENCES measure (authority_id, id)
) STRICT;

CREATE TABLE control_date (
    authority_id INTEGER NOT NULL,
    measure_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    nominal TEXT NOT NULL,
    adjusted TEXT NOT NULL,
    policy TEXT NOT NULL,
    ground TEXT NOT NULL,
    fact_id INTEGER,                                 -- the extension that set it; null: the measure's own term
    moved_by INTEGER,                                -- the extension that moved it on: it counts no more and stays
    waits INTEGER NOT NULL DEFAULT 1,                -- 0: moved on, confirmed done, off control or out of the plan by then, or the plan is closed; kept by triggers
    PRIMARY KEY (authority_id, measure_id, position),
    FOREIGN KEY (authority_id, measure_id) REFERENCES measure (authority_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX control_date_by_day ON control_date (authority_id, adjusted);
-- What control has to look at, without all that it has done with.
CREATE INDEX control_date_waiting ON control_date (authority_id, adjusted, measure_id, position) WHERE waits = 1;

-- What happened to the control of a measure, with who, when and the document. Taking a whole plan under control is a fact of
-- the plan (control_day, control_by) and not repeated for each measure.
CREATE TABLE control_fact (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    measure_id INTEGER NOT NULL,
    kind TEXT NOT NULL,                              -- ControlStart, ReturnToControl, ExtensionRequest, Extension, ExtensionDeclined, InterimInformation, Escalation, RemovalFromControl
    body_id INTEGER,                                 -- who asks, informs or is complained of
    of_day TEXT,                                     -- the day that is to be moved, nominal
    to_day TEXT,                                     -- the day asked for, or set; as in control_date
    to_adjusted TEXT,
    to_policy TEXT,
    set_by TEXT,                                     -- DateSetter: whose day it is now
    late INTEGER NOT NULL DEFAULT 0,                 -- a request «із запізненням»; an extension after the term
    request_id INTEGER,                              -- the request that is decided
    on_behalf TEXT,                                  -- the paper that a request came on
    addressee TEXT,                                  -- of an escalation, with its letter
    letter TEXT,
    ground TEXT NOT NULL,                            -- of interim information: its text
    document TEXT,                                   -- ControlDocument as JSON
    sha256 TEXT,                                     -- the document as a file
    file_name TEXT,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, measure_id) REFERENCES measure (authority_id, id),
    FOREIGN KEY (authority_id, body_id) REFERENCES body (authority_id, id),
    FOREIGN KEY (authority_id, request_id) REFERENCES control_fact (authority_id, id),
    FOREIGN KEY (authority_id, sha256) REFERENCES file (authority_id, sha256)
) STRICT;
CREATE INDEX control_fact_of_measure ON control_fact (authority_id, measure_id, id);
CREATE INDEX control_fact_of_request ON control_fact (authority_id, request_id);
CREATE INDEX control_fact_by_kind ON control_fact (authority_id, kind, id);

-- ── assignments and obligations ──────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE assignment (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    measure_id INTEGER NOT NULL,
    body_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,                              -- ExecutorRole
    by_consent INTEGER NOT NULL DEFAULT 0,
    consent TEXT NOT NULL DEFAULT '',                -- '' where none is needed; else Asked, Agreed, Declined, Silent
    owes INTEGER NOT NULL DEFAULT 1,                 -- 0: nobody can identify it
    printed TEXT NOT NULL,
    qualifier TEXT,
    member_of INTEGER,                               -- the group's assignment that this member answers for; never printed in the plan
    part_id INTEGER,                                 -- the part of a divided measure that it is for; null: as printed
    divided_day TEXT,                                -- owes no more as a whole: the parts do
    since_day TEXT,                                  -- given by an amendment; null: by the act
    left_day TEXT,                                   -- taken away by an amendment; of a member: in the group no more
    PRIMARY KEY (authority_id, id),
    UNIQUE (authority_id, measure_id, position),
    UNIQUE (authority_id, plan_id, measure_id, id),
    FOREIGN KEY (authority_id, member_of) REFERENCES assignment (authority_id, id),
    FOREIGN KEY (authority_id, part_id) REFERENCES part (authority_id, id),
    FOREIGN KEY (authority_id, plan_id, measure_id) REFERENCES measure (authority_id, plan_id, id),
    FOREIGN KEY (authority_id, body_id) REFERENCES body (authority_id, id)
) STRICT;
CREATE INDEX assignment_of_body ON assignment (authority_id, body_id);
CREATE INDEX assignment_by_consent ON assignment (authority_id, plan_id) WHERE by_consent = 1;
CREATE UNIQUE INDEX assignment_of_member ON assignment (authority_id, member_of, body_id) WHERE member_of IS NOT NULL;

CREATE TABLE consent_fact (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    assignment_id INTEGER NOT NULL,
    state TEXT NOT NULL,
    note TEXT,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, assignment_id) REFERENCES assignment (authority_id, id)
) STRICT;
CREATE INDEX consent_fact_of_assignment ON consent_fact (authority_id, assignment_id, id);

CREATE TABLE reporting_rule (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    kind TEXT NOT NULL,                              -- Report, Consolidation
    who TEXT,
    to_whom TEXT,
    periodicity TEXT,                                -- PeriodLength
    once INTEGER NOT NULL DEFAULT 0,
    day INTEGER,
    month_rule TEXT,
    months TEXT NOT NULL DEFAULT '[]',
    year INTEGER,
    clause_number TEXT,                              -- null: the act has none
    text TEXT NOT NULL DEFAULT '',
    adopted_day TEXT,                                -- adopted by the coordinator where the act names no day
    adopted_at TEXT,
    adopted_by INTEGER,
    since_day TEXT,                                  -- given by an amendment: the day on which that was applied; null: by the act
    holds_from TEXT,                                 -- given by an amendment: the day from which that holds; what ended or fell due earlier is not asked by it
    withdrawn_at TEXT,
    follows_id INTEGER,                              -- the rule whose place an amendment gave it
    PRIMARY KEY (authority_id, id),
    UNIQUE (authority_id, plan_id, id),
    FOREIGN KEY (authority_id, plan_id) REFERENCES plan (authority_id, id)
) STRICT;

-- Who reports by a rule. The obligations of a body by a rule refer to it together: each reference is looked up for each row.
CREATE TABLE rule_body (
    authority_id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    rule_id INTEGER NOT NULL,
    body_id INTEGER NOT NULL,
    PRIMARY KEY (authority_id, plan_id, rule_id, body_id),
    FOREIGN KEY (authority_id, plan_id, rule_id) REFERENCES reporting_rule (authority_id, plan_id, id),
    FOREIGN KEY (authority_id, body_id) REFERENCES body (authority_id, id)
) STRICT, WITHOUT ROWID;

-- What is owed by which day. The facts (submission, acceptance, return, consent) are in their own tables; the columns from
-- report_state on repeat them for the lists and are written in the same transaction. «standing», «late» and «due_day»
-- follow from them by themselves, and the tally follows this table by triggers.
CREATE TABLE obligation (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,                              -- Report, Consolidation
    plan_id INTEGER NOT NULL,
    rule_id INTEGER NOT NULL,
    measure_id INTEGER,                              -- null: a consolidation
    assignment_id INTEGER,
    body_id INTEGER NOT NULL,
    period_code TEXT NOT NULL,                       -- «2020-Q3»
    period_from TEXT NOT NULL,
    period_to TEXT NOT NULL,
    covers_from TEXT,                                -- since the previous cut-off
    nominal TEXT NOT NULL,
    adjusted TEXT NOT NULL,
    policy TEXT NOT NULL,
    ground TEXT NOT NULL,
    report_state TEXT NOT NULL DEFAULT 'Expected',   -- Expected, Draft, Submitted, Returned, Accepted
    consent TEXT NOT NULL DEFAULT '',                -- as in assignment
    submitted_day TEXT,                              -- of the first submission: timeliness is judged by it
    accepted_day TEXT,
    returned_due TEXT,
    declared_state TEXT,                             -- ExecutionState, what the body says
    confirmed_state TEXT,                            -- ExecutionState, what was accepted
    lapsed_day TEXT,
    lapsed_ground TEXT,
    due_day TEXT NOT NULL GENERATED ALWAYS AS (COALESCE(returned_due, adjusted)) STORED,
    late INTEGER NOT NULL GENERATED ALWAYS AS (CASE WHEN submitted_day > adjusted THEN 1 ELSE 0 END) STORED,
    -- Lapsed and Declined are owed no more; Asked and Silent («за згодою») stand apart, outside every denominator.
    standing TEXT NOT NULL GENERATED ALWAYS AS (
        CASE WHEN lapsed_day IS NOT NULL THEN 'Lapsed'
             WHEN consent = 'Declined' THEN 'Declined'
             WHEN consent IN ('Asked', 'Silent') AND report_state IN ('Expected', 'Draft') THEN 'Apart'
             ELSE report_state END) STORED,
    PRIMARY KEY (authority_id, id),
    -- A rule of the plan with a body, and an assignment of its measure; both lead on to the plan.
    FOREIGN KEY (authority_id, plan_id, rule_id, body_id) REFERENCES rule_body (authority_id, plan_id, rule_id, body_id),
    FOREIGN KEY (authority_id, plan_id, measure_id, assignment_id) REFERENCES assignment (authority_id, plan_id, measure_id, id),
    CHECK ((measure_id IS NULL) = (assignment_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX obligation_once ON obligation (authority_id, rule_id, COALESCE(assignment_id, 0), period_code);
CREATE INDEX obligation_by_day ON obligation (authority_id, due_day, id);
CREATE INDEX obligation_by_standing ON obligation (authority_id, standing, due_day, id);
CREATE INDEX obligation_by_body ON obligation (authority_id, body_id, standing, due_day, id);
CREATE INDEX obligation_by_period ON obligation (authority_id, plan_id, period_code, standing, due_day, id);
CREATE INDEX obligation_by_measure ON obligation (authority_id, measure_id, period_from);
CREATE INDEX obligation_by_assignment ON obligation (authority_id, assignment_id);
CREATE INDEX obligation_late ON obligation (authority_id, period_code) WHERE late = 1;

-- ── amendments: versions of a plan ───────────────────────────────────────────────────────────────────────────────────
-- An act that changes a plan, dropped as a file or entered by hand. It waits until a person confirms it; then it is a
-- version of the plan, which begins on its effective day. Version 1 is the plan as adopted and has no row here.
CREATE TABLE amendment (
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    plan_id INTEGER,                                 -- null: a person has to say which plan it changes
    base_version INTEGER NOT NULL DEFAULT 1,         -- its changes are made on this version
    sha256 TEXT,                                     -- null: entered by hand
    file_name TEXT,
    reading TEXT,                                    -- PlanReading of the amending act as JSON
    issuer TEXT,
    kind TEXT,
    number TEXT,
    date TEXT,
    effective_day TEXT,                              -- null: to be asked
    identity TEXT NOT NULL DEFAULT '',               -- as in act.identity
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    version INTEGER,                                 -- null: not confirmed yet
    confirmed_day TEXT,
    confirmed_at TEXT,
    confirmed_by INTEGER,
    applied_day TEXT,                                -- null: confirmed, and its day has not come yet
    applied_at TEXT,
    before TEXT,                                     -- JSON: title, days, sections and order of measures of the version before
    effect TEXT,                                     -- JSON: how many measures and obligations it changed
    withdrawn_at TEXT,
    withdrawn_by INTEGER,
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, plan_id) REFERENCES plan (authority_id, id),
    FOREIGN KEY (authority_id, sha256) REFERENCES file (authority_id, sha256)
) STRICT;
CREATE UNIQUE INDEX amendment_version ON amendment (authority_id, plan_id, version) WHERE version IS NOT NULL AND withdrawn_at IS NULL;

-- What a person changed by hand in the plan's text, and the questions he answered, newest last.
CREATE TABLE amendment_correction (
    authority_id INTEGER NOT NULL,
    amendment_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    pointer TEXT NOT NULL,                           -- JSON pointer into the plan as amended
    value TEXT,
    before TEXT,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (authority_id, amendment_id, position),
    FOREIGN KEY (authority_id, amendment_id) REFERENCES amendment (authority_id, id)
) STRICT;

-- How a measure read until an amendment; the measure's own row has the wording in force.
CREATE TABLE measure_wording (
    authority_id INTEGER NOT NULL,
    measure_id INTEGER NOT NULL,
    until_version INTEGER NOT NULL,                  -- the last version in which it read so
    until_day TEXT NOT NULL,                         -- the first day on which it read so no more
    wording TEXT NOT NULL,                           -- Measure as JSON
    PRIMARY KEY (authority_id, measure_id, until_version),
    FOREIGN KEY (authority_id, measure_id) REFERENCES measure (authority_id, id)
) STRICT, WITHOUT ROWID;

-- What an amendment did to an obligation, and how it stood before.
CREATE TABLE obligation_change (
    authority_id INTEGER NOT NULL,
    obligation_id INTEGER NOT NULL,
    amendment_id INTEGER NOT NULL,
    kind TEXT NOT NULL,                              -- ObligationChange
    adjusted TEXT,                                   -- as it was; null: it did not exist
    ground TEXT,
    PRIMARY KEY (authority_id, obligation_id, amendment_id),
    FOREIGN KEY (authority_id, obligation_id) REFERENCES obligation (authority_id, id),
    FOREIGN KEY (authority_id, amendment_id) REFERENCES amendment (authority_id, id)
) STRICT, WITHOUT ROWID;

-- What is done with a due day that is a day off was decided anew: by the authority for all its plans, or for the act of one.
-- Days that had passed by then stay as they were counted.
CREATE TABLE day_off_change (
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    plan_id INTEGER,                                 -- null: of the authority
    policy TEXT,                                     -- DayOffPolicy; of an act null: as the authority
    transfers INTEGER,                               -- of the authority: transfers of working days apply
    policy_before TEXT,
    transfers_before INTEGER,
    ground TEXT NOT NULL,
    moved INTEGER NOT NULL DEFAULT 0,                -- how many reports it gave another day
    moved_dates INTEGER NOT NULL DEFAULT 0,          -- the same of days of control
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, plan_id) REFERENCES plan (authority_id, id)
) STRICT;

-- The day that an obligation had until such a decision moved it, with its ground.
CREATE TABLE obligation_day (
    authority_id INTEGER NOT NULL,
    obligation_id INTEGER NOT NULL,
    change_id INTEGER NOT NULL,
    adjusted TEXT NOT NULL,
    ground TEXT NOT NULL,
    PRIMARY KEY (authority_id, obligation_id, change_id),
    FOREIGN KEY (authority_id, obligation_id) REFERENCES obligation (authority_id, id),
    FOREIGN KEY (authority_id, change_id) REFERENCES day_off_change (authority_id, id)
) STRICT, WITHOUT ROWID;

-- The same of a day of control. What a person's decision set is never counted anew.
CREATE TABLE control_day (
    authority_id INTEGER NOT NULL,
    measure_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    change_id INTEGER NOT NULL,
    nominal TEXT NOT NULL,
    adjusted TEXT NOT NULL,
    ground TEXT NOT NULL,
    PRIMARY KEY (authority_id, measure_id, position, change_id),
    FOREIGN KEY (authority_id, measure_id, position) REFERENCES control_date (authority_id, measure_id, position),
    FOREIGN KEY (authority_id, change_id) REFERENCES day_off_change (authority_id, id)
) STRICT, WITHOUT ROWID;

-- Counters kept with the facts. plan_id 0, period_code '' and body_id 0 mean «all»: four levels are kept, namely
-- the authority, body × period, plan × period, and plan × period × body. Lateness is judged by «adjusted»; a returned report
-- is waited for by «due_day», as in obligation.
CREATE TABLE tally (
    authority_id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    period_code TEXT NOT NULL,
    body_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    adjusted TEXT NOT NULL,
    standing TEXT NOT NULL,
    late INTEGER NOT NULL,
    due_day TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (authority_id, plan_id, body_id, period_code, kind, adjusted, standing, late, due_day)
) STRICT, WITHOUT ROWID;
-- What is waited for of whom, the first day first.
CREATE INDEX tally_open ON tally (authority_id, due_day, plan_id) WHERE plan_id > 0 AND body_id > 0 AND standing IN ('Expected', 'Draft', 'Returned');

-- ── reports ──────────────────────────────────────────────────────────────────────────────────────────────────────────
-- The text being written. What was handed in is in submission and never changes.
CREATE TABLE report (
    authority_id INTEGER NOT NULL,
    obligation_id INTEGER NOT NULL,
    narrative TEXT NOT NULL DEFAULT '',
    declared_state TEXT,
    reason TEXT,                                     -- why not done
    expected_day TEXT,                               -- when it will be
    version INTEGER NOT NULL DEFAULT 1,              -- who saves on an older one is shown both texts
    edited_by INTEGER NOT NULL,
    edited_at TEXT NOT NULL,
    PRIMARY KEY (authority_id, obligation_id),
    FOREIGN KEY (authority_id, obligation_id) REFERENCES obligation (authority_id, id)
) STRICT;

CREATE TABLE report_figure (
    authority_id INTEGER NOT NULL,
    obligation_id INTEGER NOT NULL,
    target_id INTEGER NOT NULL,
    value TEXT NOT NULL,                             -- decimal
    note TEXT,
    shared INTEGER NOT NULL DEFAULT 0,               -- the figure of another measure's report, which this one repeats: public sums count it there
    PRIMARY KEY (authority_id, obligation_id, target_id),
    FOREIGN KEY (authority_id, obligation_id) REFERENCES report (authority_id, obligation_id),
    FOREIGN KEY (authority_id, target_id) REFERENCES target (authority_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE report_link (
    authority_id INTEGER NOT NULL,
    obligation_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    url TEXT NOT NULL,
    title TEXT,
    PRIMARY KEY (authority_id, obligation_id, position),
    FOREIGN KEY (authority_id, obligation_id) REFERENCES report (authority_id, obligation_id)
) STRICT;

CREATE TABLE evidence (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    obligation_id INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by INTEGER NOT NULL,
    removed_at TEXT,                                 -- withdrawn from the draft; the file stays
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, obligation_id) REFERENCES obligation (authority_id, id),
    FOREIGN KEY (authority_id, sha256) REFERENCES file (authority_id, sha256)
) STRICT;
CREATE INDEX evidence_of_obligation ON evidence (authority_id, obligation_id, id);

CREATE TABLE submission (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    obligation_id INTEGER NOT NULL,
    receipt_year INTEGER NOT NULL,
    receipt_number INTEGER NOT NULL,                 -- «2020-0417»
    key TEXT NOT NULL,                               -- idempotency: the same key is the same submission
    content TEXT NOT NULL,                           -- JSON of all that was handed in
    content_hash TEXT NOT NULL,
    on_behalf TEXT,                                  -- «Внести за виконавця»: the paper it came on
    joint_with INTEGER,                              -- the submission whose receipt and text it shares: «один звіт — два заходи»
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (authority_id, id),
    UNIQUE (authority_id, key),
    FOREIGN KEY (authority_id, joint_with) REFERENCES submission (authority_id, id),
    FOREIGN KEY (authority_id, obligation_id) REFERENCES obligation (authority_id, id)
) STRICT;
CREATE UNIQUE INDEX submission_receipt ON submission (authority_id, receipt_year, receipt_number) WHERE joint_with IS NULL;
CREATE INDEX submission_of_obligation ON submission (authority_id, obligation_id, id);

-- What two measures ask alike one report answers: the obligation is handed in with the report of another one of its body.
CREATE TABLE joint_report (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    obligation_id INTEGER NOT NULL,
    with_id INTEGER NOT NULL,                        -- the obligation whose report is written
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    withdrawn_at TEXT,
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, obligation_id) REFERENCES obligation (authority_id, id),
    FOREIGN KEY (authority_id, with_id) REFERENCES obligation (authority_id, id)
) STRICT;
CREATE UNIQUE INDEX joint_report_now ON joint_report (authority_id, obligation_id) WHERE withdrawn_at IS NULL;
CREATE INDEX joint_report_with ON joint_report (authority_id, with_id);

CREATE TABLE acceptance (
    authority_id INTEGER NOT NULL,
    submission_id INTEGER NOT NULL,
    obligation_id INTEGER NOT NULL,
    confirmed_state TEXT NOT NULL,
    alone INTEGER NOT NULL DEFAULT 0,                -- «прийнято без другої особи»
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (authority_id, submission_id),
    FOREIGN KEY (authority_id, submission_id) REFERENCES submission (authority_id, id),
    FOREIGN KEY (authority_id, obligation_id) REFERENCES obligation (authority_id, id)
) STRICT;
CREATE INDEX acceptance_of_obligation ON acceptance (authority_id, obligation_id, submission_id);

CREATE TABLE report_return (
    authority_id INTEGER NOT NULL,
    submission_id INTEGER NOT NULL,
    obligation_id INTEGER NOT NULL,
    remarks TEXT NOT NULL,                           -- JSON: field → what to mend
    due_day TEXT NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (authority_id, submission_id),
    FOREIGN KEY (authority_id, submission_id) REFERENCES submission (authority_id, id),
    FOREIGN KEY (authority_id, obligation_id) REFERENCES obligation (authority_id, id)
) STRICT;
CREATE INDEX report_return_of_obligation ON report_return (authority_id, obligation_id, submission_id);

-- A window that has closed, opened once more for one body and period.
CREATE TABLE window_exception (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    period_code TEXT NOT NULL,
    body_id INTEGER NOT NULL,
    until_day TEXT NOT NULL,
    ground TEXT NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, plan_id) REFERENCES plan (authority_id, id),
    FOREIGN KEY (authority_id, body_id) REFERENCES body (authority_id, id)
) STRICT;
CREATE INDEX window_exception_of_period ON window_exception (authority_id, plan_id, period_code, body_id);

-- A body asks for such an exception; it is granted by one, or declined with the ground.
CREATE TABLE window_request (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    period_code TEXT NOT NULL,
    body_id INTEGER NOT NULL,
    obligation_id INTEGER NOT NULL,                  -- the report from which it was asked
    ground TEXT NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    exception_id INTEGER,
    declined_day TEXT,
    declined_at TEXT,
    declined_by INTEGER,
    declined_ground TEXT,
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, plan_id) REFERENCES plan (authority_id, id),
    FOREIGN KEY (authority_id, body_id) REFERENCES body (authority_id, id),
    FOREIGN KEY (authority_id, exception_id) REFERENCES window_exception (authority_id, id)
) STRICT;
CREATE UNIQUE INDEX window_request_now ON window_request (authority_id, plan_id, period_code, body_id) WHERE exception_id IS NULL AND declined_at IS NULL;

CREATE TABLE reminder (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    body_id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    period_code TEXT NOT NULL,
    obligations TEXT NOT NULL,                       -- JSON list of ids
    duties TEXT NOT NULL DEFAULT '[]',               -- the same of acts to be issued; then the period is ''
    text TEXT NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, body_id) REFERENCES body (authority_id, id),
    FOREIGN KEY (authority_id, plan_id) REFERENCES plan (authority_id, id)
) STRICT;
CREATE INDEX reminder_of_period ON reminder (authority_id, plan_id, period_code, body_id);

-- ── letters by mail ──────────────────────────────────────────────────────────────────────────────────────────────────
-- The outbox: written in the transaction of its reason, sent afterwards. A sender claims a letter for a while; what it did
-- not mark in that time is sent again under the same Message-ID. Instants are the machine's, «day» is the authority's.
CREATE TABLE letter (
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,                              -- Reminder, Test
    key TEXT NOT NULL,                               -- «reminder/2020-09-10/kultura@…»: there is one of it
    to_address TEXT NOT NULL,
    to_name TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    message_id TEXT NOT NULL,
    day TEXT NOT NULL,
    queued_at TEXT NOT NULL,
    run_at TEXT NOT NULL,                            -- not before
    claimed_until TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    trouble TEXT,                                    -- MailTrouble of the last attempt
    said TEXT,                                       -- the server's own words
    sent_at TEXT,
    given_up_at TEXT,
    PRIMARY KEY (authority_id, id),
    UNIQUE (authority_id, key)
) STRICT;
CREATE INDEX letter_waiting ON letter (authority_id, run_at) WHERE sent_at IS NULL AND given_up_at IS NULL;
CREATE INDEX letter_of_day ON letter (authority_id, day, id);

-- Which step of the policy was spoken of, of which obligation, to whom: once each, for each due day it has had.
CREATE TABLE reminded (
    authority_id INTEGER NOT NULL,
    obligation_id INTEGER NOT NULL,
    due_day TEXT NOT NULL,
    step INTEGER NOT NULL,                           -- −5: five working days before; 0: on the day; 3: after
    address TEXT NOT NULL,
    letter_id INTEGER NOT NULL,
    PRIMARY KEY (authority_id, obligation_id, due_day, step, address),
    FOREIGN KEY (authority_id, obligation_id) REFERENCES obligation (authority_id, id),
    FOREIGN KEY (authority_id, letter_id) REFERENCES letter (authority_id, id)
) STRICT, WITHOUT ROWID;

-- The same of an act that a body is to issue.
CREATE TABLE reminded_act (
    authority_id INTEGER NOT NULL,
    duty_id INTEGER NOT NULL,
    due_day TEXT NOT NULL,
    step INTEGER NOT NULL,
    address TEXT NOT NULL,
    letter_id INTEGER NOT NULL,
    PRIMARY KEY (authority_id, duty_id, due_day, step, address),
    FOREIGN KEY (authority_id, letter_id) REFERENCES letter (authority_id, id)
) STRICT, WITHOUT ROWID;

-- ── consolidation, publication ───────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE consolidation (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    period_code TEXT NOT NULL,
    edition INTEGER NOT NULL DEFAULT 1,              -- a correction of what was sent is a new edition
    obligation_id INTEGER,
    started_day TEXT NOT NULL,
    started_at TEXT NOT NULL,
    started_by INTEGER NOT NULL,
    sent_day TEXT,                                   -- from here on nothing below changes
    sent_at TEXT,
    sent_by INTEGER,
    docx_sha256 TEXT,
    rows TEXT,                                       -- canonical JSON of what was sent
    rows_sha256 TEXT,
    checkpoint_seq INTEGER,                          -- the log's head when the paper was made
    checkpoint TEXT,
    PRIMARY KEY (authority_id, id),
    UNIQUE (authority_id, plan_id, period_code, edition),
    FOREIGN KEY (authority_id, plan_id) REFERENCES plan (authority_id, id),
    FOREIGN KEY (authority_id, obligation_id) REFERENCES obligation (authority_id, id),
    FOREIGN KEY (authority_id, docx_sha256) REFERENCES file (authority_id, sha256)
) STRICT;

CREATE TABLE consolidation_text (
    authority_id INTEGER NOT NULL,
    consolidation_id INTEGER NOT NULL,
    measure_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    state TEXT,                                      -- execution as confirmed, for the table
    sources TEXT NOT NULL DEFAULT '[]',              -- JSON: sentence → submission
    version INTEGER NOT NULL DEFAULT 1,
    edited_by INTEGER NOT NULL,
    edited_at TEXT NOT NULL,
    PRIMARY KEY (authority_id, consolidation_id, measure_id),
    FOREIGN KEY (authority_id, consolidation_id) REFERENCES consolidation (authority_id, id),
    FOREIGN KEY (authority_id, measure_id) REFERENCES measure (authority_id, id)
) STRICT;

CREATE TABLE publishing (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    withdrawn_day TEXT,
    withdrawn_at TEXT,
    withdrawn_by INTEGER,
    withdrawn_reason TEXT,
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, plan_id) REFERENCES plan (authority_id, id)
) STRICT;
CREATE UNIQUE INDEX publishing_now ON publishing (authority_id, plan_id) WHERE withdrawn_at IS NULL;

-- ── cascade ──────────────────────────────────────────────────────────────────────────────────────────────────────────
-- An act above this authority's own: entered by its requisites, read from its file, or brought by a package.
CREATE TABLE higher_act (
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    identity TEXT NOT NULL,                          -- as in act.identity
    issuer TEXT NOT NULL,
    kind TEXT,
    number TEXT NOT NULL,
    date TEXT NOT NULL,
    title TEXT,
    source TEXT NOT NULL,                            -- HigherActSource
    sha256 TEXT,                                     -- the file or package that it came in
    clauses TEXT NOT NULL DEFAULT '[]',              -- JSON of Clause
    reporting TEXT NOT NULL DEFAULT '[]',            -- JSON of ReportingClause; empty: the day is asked
    reporting_by INTEGER,                            -- the day was entered by hand
    reporting_day TEXT,
    above_id INTEGER,                                -- the act above it
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (authority_id, id),
    UNIQUE (authority_id, identity),
    FOREIGN KEY (authority_id, above_id) REFERENCES higher_act (authority_id, id),
    FOREIGN KEY (authority_id, sha256) REFERENCES file (authority_id, sha256)
) STRICT;

CREATE TABLE higher_measure (
    authority_id INTEGER NOT NULL,
    higher_id INTEGER NOT NULL,
    position INTEGER NOT NULL,                       -- its name here: stays whatever edition comes
    place INTEGER,                                   -- in the plan as it is now, from one; null: not in it any more
    section TEXT,
    number TEXT,
    text TEXT NOT NULL,
    criteria TEXT,
    term_text TEXT,
    executor_text TEXT,
    PRIMARY KEY (authority_id, higher_id, position),
    FOREIGN KEY (authority_id, higher_id) REFERENCES higher_act (authority_id, id)
) STRICT;

-- What a higher act was known to name, and what stood above it, until that was entered anew: an earlier day is shown by it.
CREATE TABLE higher_act_before (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    higher_id INTEGER NOT NULL,
    until_day TEXT NOT NULL,                         -- the first day on which it was otherwise
    reporting TEXT NOT NULL,
    reporting_by INTEGER,
    reporting_day TEXT,
    above_id INTEGER,
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, higher_id) REFERENCES higher_act (authority_id, id)
) STRICT;

-- Which higher acts a plan was made on; they stand on its ladder from one day until they are taken off.
CREATE TABLE plan_above (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    higher_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    withdrawn_day TEXT,
    withdrawn_at TEXT,
    withdrawn_by INTEGER,
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, plan_id) REFERENCES plan (authority_id, id),
    FOREIGN KEY (authority_id, higher_id) REFERENCES higher_act (authority_id, id)
) STRICT;
CREATE UNIQUE INDEX plan_above_now ON plan_above (authority_id, plan_id, higher_id) WHERE withdrawn_at IS NULL;

-- A measure that carries out a measure of a higher plan: each pair confirmed by a person, undone with who and when.
CREATE TABLE measure_above (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    measure_id INTEGER NOT NULL,
    higher_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    withdrawn_at TEXT,
    withdrawn_by INTEGER,
    PRIMARY KEY (authority_id, id),
    FOREIGN KEY (authority_id, measure_id) REFERENCES measure (authority_id, id),
    FOREIGN KEY (authority_id, higher_id, position) REFERENCES higher_measure (authority_id, higher_id, position)
) STRICT;
CREATE UNIQUE INDEX measure_above_now ON measure_above (authority_id, measure_id, higher_id, position) WHERE withdrawn_at IS NULL;

-- A draft made from a higher plan: which measure of the reading came from which of its measures.
CREATE TABLE import_above (
    authority_id INTEGER NOT NULL,
    import_id INTEGER NOT NULL,
    measure_key INTEGER NOT NULL,                    -- as corrections name it
    higher_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (authority_id, import_id, measure_key),
    FOREIGN KEY (authority_id, import_id) REFERENCES import (authority_id, id),
    FOREIGN KEY (authority_id, higher_id, position) REFERENCES higher_measure (authority_id, higher_id, position)
) STRICT;

-- «У місячний строк видати акт»: what each body below owes on a plan of this authority, and the act that it issued.
CREATE TABLE act_duty (
    authority_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    body_id INTEGER NOT NULL,
    clause_number TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    nominal TEXT,                                    -- null: counted from an event without a day
    adjusted TEXT,
    policy TEXT NOT NULL,
    group_id INTEGER,                                -- the group whose member the body is; null: the clause names it, or a person chose it
    ended_day TEXT,                                  -- bound no more: the first day on which it was in the group no more
    ended_ground TEXT,
    issued_kind TEXT,
    issued_number TEXT,
    issued_date TEXT,                                -- null: not issued, as far as is known
    issued_ground TEXT,                              -- the letter or package that says so
    issued_by INTEGER,
    issued_day TEXT,
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (authority_id, id),
    UNIQUE (authority_id, plan_id, body_id, clause_number),
    FOREIGN KEY (authority_id, plan_id) REFERENCES plan (authority_id, id),
    FOREIGN KEY (authority_id, group_id) REFERENCES body (authority_id, id),
    FOREIGN KEY (authority_id, body_id) REFERENCES body (authority_id, id)
) STRICT;
-- The day that such a duty had until a decision about days off moved it.
CREATE TABLE act_duty_day (
    authority_id INTEGER NOT NULL,
    duty_id INTEGER NOT NULL,
    change_id INTEGER NOT NULL,
    adjusted TEXT NOT NULL,
    PRIMARY KEY (authority_id, duty_id, change_id),
    FOREIGN KEY (authority_id, duty_id) REFERENCES act_duty (authority_id, id),
    FOREIGN KEY (authority_id, change_id) REFERENCES day_off_change (authority_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX act_duty_by_day ON act_duty (authority_id, adjusted);

-- Packages made for others and taken from them. The file stays; a signature laid beside it is kept and not verified here.
CREATE TABLE package (
    authority_id INTEGER NOT NULL REFERENCES authority (id),
    id INTEGER NOT NULL,
    direction TEXT NOT NULL,                         -- Made, Taken
    kind TEXT NOT NULL,                              -- Task, Answer
    number TEXT NOT NULL,                            -- the issuer's own: «2020-0001»
    other TEXT NOT NULL,                             -- made: the addressee; taken: the issuer
    other_key TEXT NOT NULL,                         -- its code of the state register, else its folded name
    other_edrpou TEXT,
    act_identity TEXT NOT NULL,                      -- of the plan that it is about, the issuer's
    period_code TEXT NOT NULL DEFAULT '',
    edition INTEGER NOT NULL,
    plan_id INTEGER,                                 -- made: the plan that it was made of; taken: the plan that it answers
    higher_id INTEGER,
    body_id INTEGER,
    sha256 TEXT NOT NULL,
    digest TEXT NOT NULL,
    signature_sha256 TEXT,
    outcome TEXT NOT NULL DEFAULT '{}',              -- JSON: what it brought
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (authority_id, id),
    UNIQUE (authority_id, direction, kind, other_key, act_identity, period_code, edition),
    FOREIGN KEY (authority_id, plan_id) REFERENCES plan (authority_id, id),
    FOREIGN KEY (authority_id, higher_id) REFERENCES higher_act (authority_id, id),
    FOREIGN KEY (authority_id, body_id) REFERENCES body (authority_id, id),
    FOREIGN KEY (authority_id, sha256) REFERENCES file (authority_id, sha256),
    FOREIGN KEY (authority_id, signature_sha256) REFERENCES file (authority_id, sha256)
) STRICT;
