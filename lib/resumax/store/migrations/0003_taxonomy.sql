-- Skills imported from files of others, merged after the built-in ones in the order of their numbers. `rows` are the
-- file's skills as resumax read them; `rows_sha256` is of those, `sha256` of the file.
CREATE TABLE taxonomy_sources (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  format TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  rows_sha256 TEXT NOT NULL,
  rows BLOB NOT NULL,
  added INTEGER NOT NULL,
  joined INTEGER NOT NULL,
  labels INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (user_id, name),
  UNIQUE (user_id, number)
) STRICT;

-- The merged skills with their index, ready for use; made again from the sources where it is missing or `made_from`,
-- a hash over the built-in skills, the form of the index and the sources, is another.
CREATE TABLE taxonomy_images (
  user_id TEXT PRIMARY KEY REFERENCES users (id),
  made_from TEXT NOT NULL,
  image BLOB NOT NULL
) STRICT;

-- The fingerprint of the skills a run went by; '' for runs from before it was kept.
ALTER TABLE optimization_requests ADD COLUMN taxonomy TEXT NOT NULL DEFAULT '';
