# ruff: noqa: E501 - SQLite keeps these statements letter by letter
"""The first format. Its statements are fixed for ever: later formats are revisions of their own."""

from alembic import op

from models.file_check import APPLICATION_ID

revision = "0001"
down_revision = None

STATEMENTS = (
    """
CREATE TABLE workspace (
    id INTEGER NOT NULL,
    own_name TEXT NOT NULL,
    own_type TEXT NOT NULL,
    assessor TEXT NOT NULL,
    paper TEXT NOT NULL,
    sample INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT workspace_is_single CHECK (id = 1),
    CONSTRAINT workspace_own_name_length CHECK (length(own_name) BETWEEN 0 AND 200 AND instr(own_name, char(0)) = 0),
    CONSTRAINT workspace_own_type_length CHECK (length(own_type) BETWEEN 0 AND 20 AND instr(own_type, char(0)) = 0),
    CONSTRAINT workspace_assessor_length CHECK (length(assessor) BETWEEN 0 AND 200 AND instr(assessor, char(0)) = 0),
    CONSTRAINT workspace_paper_known CHECK (paper IN ('a4', 'letter')),
    CONSTRAINT workspace_sample_is_yes_or_no CHECK (sample IN (0, 1))
)
 STRICT
    """,
    """
CREATE TABLE partner (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search_key TEXT NOT NULL,
    type TEXT NOT NULL,
    country TEXT NOT NULL,
    website TEXT NOT NULL,
    contact TEXT NOT NULL,
    tags TEXT NOT NULL,
    archived INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT partner_id_is_an_id CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    CONSTRAINT partner_name_length CHECK (length(name) BETWEEN 1 AND 200 AND instr(name, char(0)) = 0),
    CONSTRAINT partner_type_length CHECK (length(type) BETWEEN 1 AND 20 AND instr(type, char(0)) = 0),
    CONSTRAINT partner_country_length CHECK (length(country) BETWEEN 0 AND 200 AND instr(country, char(0)) = 0),
    CONSTRAINT partner_website_length CHECK (length(website) BETWEEN 0 AND 2000 AND instr(website, char(0)) = 0),
    CONSTRAINT partner_contact_length CHECK (length(contact) BETWEEN 0 AND 2000 AND instr(contact, char(0)) = 0),
    CONSTRAINT partner_tags_is_json CHECK (tags GLOB '[[]*]'),
    CONSTRAINT partner_archived_is_yes_or_no CHECK (archived IN (0, 1))
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE INDEX partner_by_name ON partner (archived, name_key, id)
    """,
    """
CREATE TABLE questionnaire (
    content_hash TEXT NOT NULL,
    title TEXT NOT NULL,
    version TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (content_hash),
    CONSTRAINT questionnaire_hash_is_sha256 CHECK (length(content_hash) = 64 AND content_hash NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT questionnaire_body_is_json CHECK (body GLOB '{*}')
)
 STRICT
    """,
    """
CREATE TABLE assessor (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT assessor_id_is_an_id CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    CONSTRAINT assessor_name_length CHECK (length(name) BETWEEN 0 AND 200 AND instr(name, char(0)) = 0)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TABLE assessment (
    id TEXT NOT NULL,
    partner_id TEXT NOT NULL,
    questionnaire_hash TEXT NOT NULL,
    assessor_id TEXT NOT NULL,
    partner_type TEXT NOT NULL,
    purpose TEXT NOT NULL,
    scope TEXT NOT NULL,
    created_at TEXT NOT NULL,
    weights TEXT NOT NULL,
    switched_on TEXT NOT NULL,
    gut_feeling INTEGER,
    final_at TEXT,
    finished_on TEXT,
    own_name TEXT,
    PRIMARY KEY (id),
    CONSTRAINT assessment_id_is_an_id CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    CONSTRAINT assessment_partner_type_length CHECK (length(partner_type) BETWEEN 1 AND 20 AND instr(partner_type, char(0)) = 0),
    CONSTRAINT assessment_purpose_length CHECK (length(purpose) BETWEEN 0 AND 100000 AND instr(purpose, char(0)) = 0),
    CONSTRAINT assessment_scope_known CHECK (scope IN ('quick', 'full')),
    CONSTRAINT assessment_created_at_is_a_moment CHECK (created_at IS NULL OR (created_at IS strftime('%Y-%m-%dT%H:%M:%S', substr(created_at, 1, 19), '+0 days') || substr(created_at, 20) AND created_at GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]+00:00' AND length(created_at) = 32)),
    CONSTRAINT assessment_weights_is_json CHECK (weights GLOB '{*}'),
    CONSTRAINT assessment_switched_on_is_json CHECK (switched_on GLOB '[[]*]'),
    CONSTRAINT assessment_gut_feeling_range CHECK (gut_feeling BETWEEN 0 AND 100),
    CONSTRAINT assessment_final_at_is_a_moment CHECK (final_at IS NULL OR (final_at IS strftime('%Y-%m-%dT%H:%M:%S', substr(final_at, 1, 19), '+0 days') || substr(final_at, 20) AND final_at GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]+00:00' AND length(final_at) = 32)),
    CONSTRAINT assessment_finished_on_is_a_day CHECK (date(finished_on, '+0 days') IS finished_on),
    CONSTRAINT assessment_own_name_length CHECK (length(own_name) BETWEEN 0 AND 200 AND instr(own_name, char(0)) = 0),
    CONSTRAINT assessment_open_or_final CHECK ((final_at IS NULL) = (finished_on IS NULL) AND (final_at IS NULL) = (own_name IS NULL)),
    FOREIGN KEY(partner_id) REFERENCES partner (id),
    FOREIGN KEY(questionnaire_hash) REFERENCES questionnaire (content_hash),
    FOREIGN KEY(assessor_id) REFERENCES assessor (id)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE INDEX assessment_by_partner ON assessment (partner_id, created_at DESC, id DESC)
    """,
    """
CREATE TABLE answer (
    assessment_id TEXT NOT NULL,
    assessor_id TEXT NOT NULL,
    question_id TEXT NOT NULL,
    state TEXT NOT NULL,
    rating INTEGER,
    reason TEXT NOT NULL,
    grade INTEGER,
    evidence_date TEXT,
    note TEXT NOT NULL,
    flagged INTEGER NOT NULL,
    answered_on TEXT,
    PRIMARY KEY (assessment_id, assessor_id, question_id),
    CONSTRAINT answer_question_id_length CHECK (length(question_id) BETWEEN 1 AND 40 AND instr(question_id, char(0)) = 0),
    CONSTRAINT answer_state_known CHECK (state IN ('unanswered', 'rated', 'unknown', 'not_applicable')),
    CONSTRAINT answer_rating_range CHECK (rating BETWEEN 1 AND 5),
    CONSTRAINT answer_rated_has_rating CHECK ((state = 'rated') = (rating IS NOT NULL)),
    CONSTRAINT answer_not_applicable_has_reason CHECK ((state = 'not_applicable') = (reason <> '')),
    CONSTRAINT answer_has_its_day CHECK ((state = 'unanswered') = (answered_on IS NULL)),
    CONSTRAINT answer_says_something CHECK (state <> 'unanswered' OR note <> '' OR flagged = 1 OR grade IS NOT NULL OR evidence_date IS NOT NULL),
    CONSTRAINT answer_reason_length CHECK (length(reason) BETWEEN 0 AND 100000 AND instr(reason, char(0)) = 0),
    CONSTRAINT answer_grade_range CHECK (grade BETWEEN 0 AND 3),
    CONSTRAINT answer_evidence_date_is_a_day CHECK (date(evidence_date, '+0 days') IS evidence_date),
    CONSTRAINT answer_note_length CHECK (length(note) BETWEEN 0 AND 100000 AND instr(note, char(0)) = 0),
    CONSTRAINT answer_flagged_is_yes_or_no CHECK (flagged IN (0, 1)),
    CONSTRAINT answer_answered_on_is_a_day CHECK (date(answered_on, '+0 days') IS answered_on),
    FOREIGN KEY(assessment_id) REFERENCES assessment (id),
    FOREIGN KEY(assessor_id) REFERENCES assessor (id)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE INDEX answer_with_note ON answer (assessment_id) WHERE note <> ''
    """,
    """
CREATE TABLE reopening (
    assessment_id TEXT NOT NULL,
    at TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (assessment_id, at),
    CONSTRAINT reopening_at_is_a_moment CHECK (at IS NULL OR (at IS strftime('%Y-%m-%dT%H:%M:%S', substr(at, 1, 19), '+0 days') || substr(at, 20) AND at GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]+00:00' AND length(at) = 32)),
    CONSTRAINT reopening_reason_length CHECK (length(reason) BETWEEN 1 AND 100000 AND instr(reason, char(0)) = 0),
    FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TABLE place (
    assessment_id TEXT NOT NULL,
    question_id TEXT NOT NULL,
    PRIMARY KEY (assessment_id),
    CONSTRAINT place_question_id_length CHECK (length(question_id) BETWEEN 1 AND 40 AND instr(question_id, char(0)) = 0),
    FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE TABLE summary (
    assessment_id TEXT NOT NULL,
    partner_id TEXT NOT NULL,
    newest INTEGER NOT NULL,
    as_of TEXT NOT NULL,
    supported REAL,
    answered REAL,
    best REAL,
    coverage REAL NOT NULL,
    evidenced REAL NOT NULL,
    band TEXT NOT NULL,
    open_gates INTEGER NOT NULL,
    too_little INTEGER NOT NULL,
    provisional INTEGER NOT NULL,
    dimensions TEXT NOT NULL,
    fresh_until TEXT,
    PRIMARY KEY (assessment_id),
    CONSTRAINT summary_newest_is_yes_or_no CHECK (newest IN (0, 1)),
    CONSTRAINT summary_as_of_is_a_day CHECK (date(as_of, '+0 days') IS as_of),
    CONSTRAINT summary_supported_range CHECK (supported BETWEEN 0 AND 100),
    CONSTRAINT summary_answered_range CHECK (answered BETWEEN 0 AND 100),
    CONSTRAINT summary_best_range CHECK (best BETWEEN 0 AND 100),
    CONSTRAINT summary_coverage_range CHECK (coverage BETWEEN 0 AND 1),
    CONSTRAINT summary_evidenced_range CHECK (evidenced BETWEEN 0 AND 1),
    CONSTRAINT summary_band_known CHECK (band IN ('proceed', 'conditions', 'pilot', 'decline', 'hold')),
    CONSTRAINT summary_open_gates_range CHECK (open_gates >= 0),
    CONSTRAINT summary_too_little_is_yes_or_no CHECK (too_little IN (0, 1)),
    CONSTRAINT summary_provisional_is_yes_or_no CHECK (provisional IN (0, 1)),
    CONSTRAINT summary_dimensions_is_json CHECK (dimensions GLOB '[[]*]'),
    CONSTRAINT summary_fresh_until_is_a_day CHECK (date(fresh_until, '+0 days') IS fresh_until),
    FOREIGN KEY(assessment_id) REFERENCES assessment (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT
    """,
    """
CREATE INDEX summary_newest ON summary (partner_id, newest, band, supported, coverage) WHERE newest = 1
    """,
    """
CREATE INDEX summary_stale ON summary (fresh_until) WHERE fresh_until IS NOT NULL
    """,
    """
CREATE TABLE change (
    seq INTEGER NOT NULL,
    label TEXT NOT NULL,
    edits TEXT NOT NULL,
    assessments TEXT NOT NULL,
    at TEXT NOT NULL,
    reverts INTEGER,
    PRIMARY KEY (seq),
    CONSTRAINT change_label_length CHECK (length(label) BETWEEN 1 AND 1000 AND instr(label, char(0)) = 0),
    CONSTRAINT change_edits_is_json CHECK (edits GLOB '[[]*]'),
    CONSTRAINT change_assessments_is_json CHECK (assessments GLOB '[[]*]'),
    CONSTRAINT change_at_is_a_moment CHECK (at IS NULL OR (at IS strftime('%Y-%m-%dT%H:%M:%S', substr(at, 1, 19), '+0 days') || substr(at, 20) AND at GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]+00:00' AND length(at) = 32)),
    CONSTRAINT change_reverts_an_earlier_one CHECK (reverts < seq),
    FOREIGN KEY(reverts) REFERENCES change (seq)
)
 STRICT
    """,
    """
CREATE TRIGGER change_no_update BEFORE UPDATE ON "change" BEGIN SELECT RAISE(ABORT, 'a stored change is never changed'); END
    """,
    """
CREATE TRIGGER change_no_delete BEFORE DELETE ON "change" BEGIN SELECT RAISE(ABORT, 'a stored change is never removed'); END
    """,
    """
CREATE TRIGGER change_no_replace BEFORE INSERT ON "change" WHEN EXISTS (SELECT 1 FROM "change" WHERE seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'a stored change is never replaced'); END
    """,
    """
CREATE TRIGGER questionnaire_no_update BEFORE UPDATE ON "questionnaire" BEGIN SELECT RAISE(ABORT, 'a used questionnaire is never changed'); END
    """,
    """
CREATE TRIGGER questionnaire_no_delete BEFORE DELETE ON "questionnaire" BEGIN SELECT RAISE(ABORT, 'a used questionnaire is never removed'); END
    """,
    """
CREATE TRIGGER questionnaire_no_replace BEFORE INSERT ON "questionnaire" WHEN EXISTS (SELECT 1 FROM "questionnaire" WHERE content_hash = NEW.content_hash) BEGIN SELECT RAISE(ABORT, 'a used questionnaire is never replaced'); END
    """,
)


def upgrade() -> None:
    """Make an empty file a workspace of format 1, still without its single row."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
    op.get_bind().exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
