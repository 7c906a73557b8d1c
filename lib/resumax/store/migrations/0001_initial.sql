-- The workspace. Every row has an owner; times are milliseconds since 1970 (UTC); JSON stands in TEXT.
-- `number` is the handle's: resume 3 is "r3". A deleted row is hidden (deleted_at) until gc removes it. Long columns
-- stand last, so that lists need not read through them.

CREATE TABLE users (
  id                TEXT PRIMARY KEY NOT NULL,
  email             TEXT UNIQUE,
  password_hash     TEXT,
  email_verified_at INTEGER,
  name              TEXT NOT NULL DEFAULT '',
  preferences       TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(preferences)),
  role              TEXT NOT NULL DEFAULT 'user' CHECK (role IN ('user', 'admin')),
  created_at        INTEGER NOT NULL,
  updated_at        INTEGER NOT NULL
) STRICT;

INSERT INTO users (id, name, created_at, updated_at) VALUES ('00000000-0000-4000-8000-000000000001', 'local', 0, 0);

-- Last handle given out for each kind of object; never goes back, so that a handle names one object for good.
CREATE TABLE handles (
  user_id TEXT NOT NULL REFERENCES users (id),
  kind    TEXT NOT NULL CHECK (kind IN ('r', 'j', 'o', 'v')),
  last    INTEGER NOT NULL,
  PRIMARY KEY (user_id, kind)
) STRICT, WITHOUT ROWID;

-- Contents by their SHA-256; a storage_key names one as 'sha256:…'.
CREATE TABLE blobs (
  sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
  size   INTEGER NOT NULL,
  bytes  BLOB NOT NULL
) STRICT;

CREATE TABLE resumes (
  id                 TEXT PRIMARY KEY NOT NULL,
  user_id            TEXT NOT NULL REFERENCES users (id),
  number             INTEGER NOT NULL,
  title              TEXT NOT NULL,
  original_filename  TEXT NOT NULL,
  storage_key        TEXT NOT NULL,
  sha256             TEXT NOT NULL GENERATED ALWAYS AS (substr(storage_key, 8)) STORED REFERENCES blobs (sha256),
  mime_type          TEXT NOT NULL,
  size               INTEGER NOT NULL,
  size_mb            REAL GENERATED ALWAYS AS (size / 1048576.0) VIRTUAL,
  parse_status       TEXT NOT NULL CHECK (parse_status IN ('pending', 'parsing', 'completed', 'failed')),
  findings           TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(findings)),
  corrected_at       INTEGER,
  error_code         TEXT,
  error_message      TEXT,
  error_hint         TEXT,
  last_score         REAL,
  deleted_at         INTEGER,
  created_at         INTEGER NOT NULL,
  updated_at         INTEGER NOT NULL,
  parsed_text        TEXT,
  parsed_sections    TEXT CHECK (parsed_sections IS NULL OR json_valid(parsed_sections)),
  parsed_notes       TEXT CHECK (parsed_notes IS NULL OR json_valid(parsed_notes)),  -- confidence and source span of each field
  corrected_sections TEXT CHECK (corrected_sections IS NULL OR json_valid(corrected_sections)),
  corrected_notes    TEXT CHECK (corrected_notes IS NULL OR json_valid(corrected_notes)),
  UNIQUE (user_id, id),
  UNIQUE (user_id, number),
  CHECK (parse_status <> 'completed' OR parsed_sections IS NOT NULL OR corrected_sections IS NOT NULL),
  CHECK ((parse_status = 'failed') = (error_code IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX resume_bytes ON resumes (user_id, sha256) WHERE deleted_at IS NULL;
CREATE INDEX resume_content ON resumes (sha256);

CREATE TABLE job_descriptions (
  id                TEXT PRIMARY KEY NOT NULL,
  user_id           TEXT NOT NULL REFERENCES users (id),
  number            INTEGER NOT NULL,
  title             TEXT NOT NULL CHECK (title <> ''),
  company           TEXT NOT NULL DEFAULT '',
  location          TEXT NOT NULL DEFAULT '',
  source_type       TEXT NOT NULL CHECK (source_type IN ('paste', 'upload')),
  original_filename TEXT NOT NULL DEFAULT '',
  storage_key       TEXT NOT NULL,
  sha256            TEXT NOT NULL GENERATED ALWAYS AS (substr(storage_key, 8)) STORED REFERENCES blobs (sha256),
  findings          TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(findings)),
  deleted_at        INTEGER,
  created_at        INTEGER NOT NULL,
  updated_at        INTEGER NOT NULL,
  sanitized_text    TEXT NOT NULL,
  metadata          TEXT NOT NULL CHECK (json_valid(metadata)),  -- what was read from it: salary, seniority, lines, …
  UNIQUE (user_id, id),
  UNIQUE (user_id, number)
) STRICT;

CREATE UNIQUE INDEX job_description_bytes ON job_descriptions (user_id, sha256) WHERE deleted_at IS NULL;
CREATE INDEX job_description_content ON job_descriptions (sha256);

-- resume_sha256 and posting_sha256 are the two inputs as they stood, corrections and edits included: what the
-- suggestions point into, whatever is edited later, and what makes two runs the same.
CREATE TABLE optimization_requests (
  id                    TEXT PRIMARY KEY NOT NULL,
  user_id               TEXT NOT NULL REFERENCES users (id),
  number                INTEGER NOT NULL,
  resume_id             TEXT NOT NULL,
  job_description_id    TEXT NOT NULL,
  resume_sha256         TEXT NOT NULL REFERENCES blobs (sha256),
  posting_sha256        TEXT NOT NULL REFERENCES blobs (sha256),
  status                TEXT NOT NULL CHECK (status IN ('queued', 'processing', 'generating', 'completed', 'failed')),
  strategy              TEXT NOT NULL,
  engine_version        TEXT NOT NULL,
  score_version         TEXT NOT NULL,
  model                 TEXT NOT NULL DEFAULT '',  -- '' for the offline rules
  as_of                 TEXT NOT NULL,             -- the day that closed "present" roles
  runner                TEXT NOT NULL DEFAULT '',  -- the process at work, to tell a stopped run
  credits_spent         INTEGER NOT NULL DEFAULT 0,
  tokens_used           INTEGER NOT NULL DEFAULT 0,
  suggestion_count      INTEGER NOT NULL DEFAULT 0,
  gap_count             INTEGER NOT NULL DEFAULT 0,
  rejected_count        INTEGER NOT NULL DEFAULT 0,
  alignment_score       REAL,
  alignment_score_after REAL,
  ceiling               REAL,
  error_code            TEXT,
  error_message         TEXT,
  error_hint            TEXT,
  deleted_at            INTEGER,
  created_at            INTEGER NOT NULL,
  updated_at            INTEGER NOT NULL,
  completed_at          INTEGER,
  summary               TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(summary)),
  warnings              TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(warnings)),
  suggestions           TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(suggestions)),
  rejected              TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(rejected)),
  score                 TEXT CHECK (score IS NULL OR json_valid(score)),
  score_after           TEXT CHECK (score_after IS NULL OR json_valid(score_after)),
  UNIQUE (user_id, id),
  UNIQUE (user_id, number),
  FOREIGN KEY (user_id, resume_id) REFERENCES resumes (user_id, id),
  FOREIGN KEY (user_id, job_description_id) REFERENCES job_descriptions (user_id, id),
  CHECK (status <> 'completed' OR (score IS NOT NULL AND completed_at IS NOT NULL)),
  CHECK ((status = 'failed') = (error_code IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX one_active_run ON optimization_requests (user_id, resume_id, job_description_id)
  WHERE status IN ('queued', 'processing', 'generating');
CREATE INDEX optimization_of_pair ON optimization_requests (user_id, resume_id, job_description_id);
CREATE INDEX optimization_of_posting ON optimization_requests (user_id, job_description_id);
CREATE INDEX optimization_resume_content ON optimization_requests (resume_sha256);
CREATE INDEX optimization_posting_content ON optimization_requests (posting_sha256);

CREATE TABLE optimization_versions (
  id                 TEXT PRIMARY KEY NOT NULL,
  user_id            TEXT NOT NULL REFERENCES users (id),
  number             INTEGER NOT NULL,
  optimization_id    TEXT NOT NULL,
  notes              TEXT NOT NULL DEFAULT '',
  alignment_score    REAL NOT NULL,
  score_version      TEXT NOT NULL,
  accepted_count     INTEGER NOT NULL,
  edited_count       INTEGER NOT NULL,
  declined_count     INTEGER NOT NULL,
  tokens_used        INTEGER NOT NULL DEFAULT 0,
  output_storage_key TEXT,
  deleted_at         INTEGER,
  created_at         INTEGER NOT NULL,
  accepted_changes   TEXT NOT NULL CHECK (json_valid(accepted_changes)),
  optimized_sections TEXT NOT NULL CHECK (json_valid(optimized_sections)),
  optimized_notes    TEXT NOT NULL CHECK (json_valid(optimized_notes)),
  diff               TEXT NOT NULL CHECK (json_valid(diff)),
  score              TEXT NOT NULL CHECK (json_valid(score)),
  UNIQUE (user_id, id),
  UNIQUE (user_id, number),
  FOREIGN KEY (user_id, optimization_id) REFERENCES optimization_requests (user_id, id)
) STRICT;

CREATE INDEX version_of_optimization ON optimization_versions (user_id, optimization_id);

CREATE TRIGGER version_never_changes
BEFORE UPDATE OF id, user_id, number, optimization_id, accepted_changes, optimized_sections, optimized_notes, diff, notes,
                 alignment_score, score, score_version, accepted_count, edited_count, declined_count, tokens_used,
                 created_at
ON optimization_versions
BEGIN
  SELECT raise(ABORT, 'a version never changes');
END;

CREATE TRIGGER version_goes_only_when_deleted
BEFORE DELETE ON optimization_versions WHEN old.deleted_at IS NULL
BEGIN
  SELECT raise(ABORT, 'a version goes only after its deletion');
END;

-- What was exported. storage_key is the fingerprint of the bytes, which are made again from the version when wanted
-- (the same bytes each time) and so are not kept.
CREATE TABLE export_artifacts (
  id          TEXT PRIMARY KEY NOT NULL,
  user_id     TEXT NOT NULL REFERENCES users (id),
  version_id  TEXT NOT NULL,
  format      TEXT NOT NULL,
  storage_key TEXT NOT NULL,
  size        INTEGER NOT NULL,
  expires_at  INTEGER,
  deleted_at  INTEGER,
  created_at  INTEGER NOT NULL,
  UNIQUE (version_id, format, storage_key),
  FOREIGN KEY (user_id, version_id) REFERENCES optimization_versions (user_id, id)
) STRICT;

CREATE TABLE credit_ledger (
  id              TEXT PRIMARY KEY NOT NULL,
  user_id         TEXT NOT NULL REFERENCES users (id),
  delta           INTEGER NOT NULL,
  reason          TEXT NOT NULL CHECK (reason IN ('optimization', 'refund', 'manual', 'purchase')),
  stripe_event_id TEXT UNIQUE,
  balance_after   INTEGER NOT NULL,
  created_at      INTEGER NOT NULL
) STRICT;

CREATE INDEX credits_of_user ON credit_ledger (user_id, created_at);

-- Whatever can be named by a handle, an id or a title.
CREATE VIEW objects (kind, user_id, id, number, title, created_at, deleted_at) AS
            SELECT 'r', user_id, id, number, title, created_at, deleted_at FROM resumes
  UNION ALL SELECT 'j', user_id, id, number, title, created_at, deleted_at FROM job_descriptions
  UNION ALL SELECT 'o', user_id, id, number, '', created_at, deleted_at FROM optimization_requests
  UNION ALL SELECT 'v', user_id, id, number, '', created_at, deleted_at FROM optimization_versions;

-- What happened, for `resumax log`. Kept when an object is deleted; goes with it at gc, for `subject` names it.
CREATE TABLE audit_log (
  id          INTEGER PRIMARY KEY,
  user_id     TEXT NOT NULL REFERENCES users (id),
  at          INTEGER NOT NULL,
  object_kind TEXT NOT NULL CHECK (object_kind IN ('r', 'j', 'o', 'v')),
  object_id   TEXT NOT NULL,
  number      INTEGER NOT NULL,
  action      TEXT NOT NULL,
  subject     TEXT NOT NULL
) STRICT;

CREATE INDEX audit_of_object ON audit_log (object_id);
