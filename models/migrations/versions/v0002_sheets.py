# ruff: noqa: E501 - SQLite keeps these statements letter by letter
"""Sheets, links and attached files. Its statements are fixed for ever: later formats are revisions of their own."""

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    """
CREATE TABLE goal (
    assessment_id TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    metric TEXT NOT NULL,
    baseline TEXT NOT NULL,
    target TEXT NOT NULL,
    source TEXT NOT NULL,
    due TEXT,
    ours INTEGER NOT NULL,
    theirs INTEGER NOT NULL,
    PRIMARY KEY (assessment_id, id),
    CONSTRAINT goal_position_range CHECK (position >= 0),
    CONSTRAINT goal_id_is_an_id CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    CONSTRAINT goal_outcome_length CHECK (length(outcome) BETWEEN 1 AND 2000 AND instr(outcome, char(0)) = 0),
    CONSTRAINT goal_metric_length CHECK (length(metric) BETWEEN 0 AND 2000 AND instr(metric, char(0)) = 0),
    CONSTRAINT goal_baseline_length CHECK (length(baseline) BETWEEN 0 AND 2000 AND instr(baseline, char(0)) = 0),
    CONSTRAINT goal_target_length CHECK (length(target) BETWEEN 0 AND 2000 AND instr(target, char(0)) = 0),
    CONSTRAINT goal_source_length CHECK (length(source) BETWEEN 0 AND 2000 AND instr(source, char(0)) = 0),
    CONSTRAINT goal_due_is_a_day CHECK (date(due, '+0 days') IS due),
    CONSTRAINT goal_ours_range CHECK (ours BETWEEN 0 AND 5),
    CONSTRAINT goal_theirs_range CHECK (theirs BETWEEN 0 AND 5),
    FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TABLE exchange (
    assessment_id TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    item TEXT NOT NULL,
    giver TEXT NOT NULL,
    kind TEXT NOT NULL,
    cost INTEGER NOT NULL,
    worth INTEGER NOT NULL,
    amount_low INTEGER,
    amount_high INTEGER,
    currency TEXT NOT NULL,
    timing TEXT NOT NULL,
    certainty TEXT NOT NULL,
    PRIMARY KEY (assessment_id, id),
    CONSTRAINT exchange_position_range CHECK (position >= 0),
    CONSTRAINT exchange_id_is_an_id CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    CONSTRAINT exchange_item_length CHECK (length(item) BETWEEN 1 AND 2000 AND instr(item, char(0)) = 0),
    CONSTRAINT exchange_giver_known CHECK (giver IN ('ours', 'theirs')),
    CONSTRAINT exchange_kind_known CHECK (kind IN ('money', 'data', 'technology', 'audience', 'people', 'know_how', 'brand')),
    CONSTRAINT exchange_cost_range CHECK (cost BETWEEN 0 AND 5),
    CONSTRAINT exchange_worth_range CHECK (worth BETWEEN 0 AND 5),
    CONSTRAINT exchange_amount_low_range CHECK (amount_low BETWEEN 0 AND 99999999999999),
    CONSTRAINT exchange_amount_high_range CHECK (amount_high BETWEEN 0 AND 99999999999999),
    CONSTRAINT exchange_amounts_in_order CHECK (amount_low <= amount_high),
    CONSTRAINT exchange_currency_form CHECK (currency = '' OR (length(currency) = 3 AND currency NOT GLOB '*[^A-Z]*')),
    CONSTRAINT exchange_amount_has_currency CHECK (currency <> '' OR (amount_low IS NULL AND amount_high IS NULL)),
    CONSTRAINT exchange_timing_length CHECK (length(timing) BETWEEN 0 AND 2000 AND instr(timing, char(0)) = 0),
    CONSTRAINT exchange_certainty_length CHECK (length(certainty) BETWEEN 0 AND 2000 AND instr(certainty, char(0)) = 0),
    FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TABLE risk (
    assessment_id TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    risk TEXT NOT NULL,
    likelihood INTEGER NOT NULL,
    impact INTEGER NOT NULL,
    response TEXT,
    action TEXT NOT NULL,
    owner TEXT NOT NULL,
    due TEXT,
    likelihood_after INTEGER,
    impact_after INTEGER,
    PRIMARY KEY (assessment_id, id),
    CONSTRAINT risk_position_range CHECK (position >= 0),
    CONSTRAINT risk_id_is_an_id CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    CONSTRAINT risk_risk_length CHECK (length(risk) BETWEEN 1 AND 2000 AND instr(risk, char(0)) = 0),
    CONSTRAINT risk_likelihood_range CHECK (likelihood BETWEEN 1 AND 5),
    CONSTRAINT risk_impact_range CHECK (impact BETWEEN 1 AND 5),
    CONSTRAINT risk_response_known CHECK (response IN ('avoid', 'reduce', 'share', 'accept')),
    CONSTRAINT risk_action_length CHECK (length(action) BETWEEN 0 AND 2000 AND instr(action, char(0)) = 0),
    CONSTRAINT risk_owner_length CHECK (length(owner) BETWEEN 0 AND 2000 AND instr(owner, char(0)) = 0),
    CONSTRAINT risk_due_is_a_day CHECK (date(due, '+0 days') IS due),
    CONSTRAINT risk_likelihood_after_range CHECK (likelihood_after BETWEEN 1 AND 5),
    CONSTRAINT risk_impact_after_range CHECK (impact_after BETWEEN 1 AND 5),
    CONSTRAINT risk_after_is_a_pair CHECK ((likelihood_after IS NULL) = (impact_after IS NULL)),
    FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TABLE condition (
    assessment_id TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    what TEXT NOT NULL,
    owner TEXT NOT NULL,
    due TEXT,
    closes TEXT NOT NULL,
    state TEXT NOT NULL,
    question_id TEXT NOT NULL,
    PRIMARY KEY (assessment_id, id),
    CONSTRAINT condition_position_range CHECK (position >= 0),
    CONSTRAINT condition_id_is_an_id CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    CONSTRAINT condition_what_length CHECK (length(what) BETWEEN 1 AND 2000 AND instr(what, char(0)) = 0),
    CONSTRAINT condition_owner_length CHECK (length(owner) BETWEEN 0 AND 2000 AND instr(owner, char(0)) = 0),
    CONSTRAINT condition_due_is_a_day CHECK (date(due, '+0 days') IS due),
    CONSTRAINT condition_closes_length CHECK (length(closes) BETWEEN 0 AND 2000 AND instr(closes, char(0)) = 0),
    CONSTRAINT condition_state_known CHECK (state IN ('open', 'agreed', 'done', 'dropped')),
    CONSTRAINT condition_question_id_length CHECK (length(question_id) BETWEEN 0 AND 40 AND instr(question_id, char(0)) = 0),
    FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TABLE meeting (
    assessment_id TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    ours TEXT NOT NULL,
    theirs TEXT NOT NULL,
    how_often TEXT NOT NULL,
    channel TEXT NOT NULL,
    PRIMARY KEY (assessment_id, id),
    CONSTRAINT meeting_position_range CHECK (position >= 0),
    CONSTRAINT meeting_id_is_an_id CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    CONSTRAINT meeting_ours_length CHECK (length(ours) BETWEEN 1 AND 2000 AND instr(ours, char(0)) = 0),
    CONSTRAINT meeting_theirs_length CHECK (length(theirs) BETWEEN 0 AND 2000 AND instr(theirs, char(0)) = 0),
    CONSTRAINT meeting_how_often_length CHECK (length(how_often) BETWEEN 0 AND 2000 AND instr(how_often, char(0)) = 0),
    CONSTRAINT meeting_channel_length CHECK (length(channel) BETWEEN 0 AND 2000 AND instr(channel, char(0)) = 0),
    FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TABLE decision (
    assessment_id TEXT NOT NULL,
    what TEXT NOT NULL,
    who TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    why_different TEXT NOT NULL,
    PRIMARY KEY (assessment_id),
    CONSTRAINT decision_what_length CHECK (length(what) BETWEEN 1 AND 2000 AND instr(what, char(0)) = 0),
    CONSTRAINT decision_who_length CHECK (length(who) BETWEEN 0 AND 2000 AND instr(who, char(0)) = 0),
    CONSTRAINT decision_decided_on_is_a_day CHECK (date(decided_on, '+0 days') IS decided_on),
    CONSTRAINT decision_why_different_length CHECK (length(why_different) BETWEEN 0 AND 2000 AND instr(why_different, char(0)) = 0),
    FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TABLE link (
    assessment_id TEXT NOT NULL,
    id TEXT NOT NULL,
    question_id TEXT NOT NULL,
    url TEXT NOT NULL,
    added_at TEXT NOT NULL,
    PRIMARY KEY (assessment_id, id),
    CONSTRAINT link_id_is_an_id CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    CONSTRAINT link_question_id_length CHECK (length(question_id) BETWEEN 1 AND 40 AND instr(question_id, char(0)) = 0),
    CONSTRAINT link_url_length CHECK (length(url) BETWEEN 8 AND 2000 AND instr(url, char(0)) = 0),
    CONSTRAINT link_url_scheme CHECK ((url GLOB 'http://*' OR url GLOB 'https://*' OR url GLOB 'mailto:*') AND instr(url, ' ') = 0),
    CONSTRAINT link_added_at_is_a_moment CHECK (added_at IS NULL OR (added_at IS strftime('%Y-%m-%dT%H:%M:%S', substr(added_at, 1, 19), '+0 days') || substr(added_at, 20) AND added_at GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]+00:00' AND length(added_at) = 32)),
    FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TABLE attachment_blob (
    sha256 TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (sha256),
    CONSTRAINT attachment_blob_hash_is_sha256 CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT attachment_blob_size CHECK (length(content) <= 20971520)
)
 STRICT
    """,
    r"""
CREATE TABLE attachment (
    assessment_id TEXT NOT NULL,
    id TEXT NOT NULL,
    question_id TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    PRIMARY KEY (assessment_id, id),
    CONSTRAINT attachment_id_is_an_id CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    CONSTRAINT attachment_question_id_length CHECK (length(question_id) BETWEEN 1 AND 40 AND instr(question_id, char(0)) = 0),
    CONSTRAINT attachment_name_length CHECK (length(name) BETWEEN 1 AND 200 AND instr(name, char(0)) = 0),
    CONSTRAINT attachment_name_without_folders CHECK (instr(name, '/') = 0 AND instr(name, '\') = 0),
    CONSTRAINT attachment_size_range CHECK (size BETWEEN 0 AND 20971520),
    CONSTRAINT attachment_added_at_is_a_moment CHECK (added_at IS NULL OR (added_at IS strftime('%Y-%m-%dT%H:%M:%S', substr(added_at, 1, 19), '+0 days') || substr(added_at, 20) AND added_at GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]+00:00' AND length(added_at) = 32)),
    FOREIGN KEY(assessment_id) REFERENCES assessment (id),
    FOREIGN KEY(sha256) REFERENCES attachment_blob (sha256)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TRIGGER attachment_blob_no_update BEFORE UPDATE ON "attachment_blob" BEGIN SELECT RAISE(ABORT, 'an attached file is never changed'); END
    """,
    """
CREATE TRIGGER attachment_blob_no_delete BEFORE DELETE ON "attachment_blob" BEGIN SELECT RAISE(ABORT, 'an attached file is never removed'); END
    """,
    """
CREATE TRIGGER attachment_blob_no_replace BEFORE INSERT ON "attachment_blob" WHEN EXISTS (SELECT 1 FROM "attachment_blob" WHERE sha256 = NEW.sha256) BEGIN SELECT RAISE(ABORT, 'an attached file is never replaced'); END
    """,
)


def upgrade() -> None:
    """Lead a file of format 1 to this one: nothing in it changes, the new tables are empty."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
