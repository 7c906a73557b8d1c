-- What a run was asked for beside its pair and strategy, and for a refinement what it started from. `settled` holds the
-- decisions that were made before: {"kept": [suggestions], "declined": [keys]}.

ALTER TABLE optimization_requests ADD COLUMN max_changes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE optimization_requests ADD COLUMN refines TEXT NOT NULL DEFAULT '';
ALTER TABLE optimization_requests ADD COLUMN instructions TEXT NOT NULL DEFAULT '';
ALTER TABLE optimization_requests ADD COLUMN settled TEXT NOT NULL DEFAULT '' CHECK (settled = '' OR json_valid(settled));
