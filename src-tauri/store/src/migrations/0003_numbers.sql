CREATE TABLE baseline_window(
  id BLOB PRIMARY KEY NOT NULL,
  metric_id BLOB NOT NULL REFERENCES metric(id) DEFERRABLE INITIALLY DEFERRED,
  decided_on TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  created_op BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  returned INTEGER NOT NULL DEFAULT 0,
  heads TEXT,
  open TEXT
) STRICT;
CREATE INDEX baseline_window_metric ON baseline_window(metric_id);

CREATE INDEX observation_batch ON observation(batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX observation_removed ON observation(metric_id, deleted_at) WHERE deleted_at IS NOT NULL;
CREATE TABLE toil_ledger(
  id BLOB PRIMARY KEY NOT NULL,
  team_id BLOB NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  metric_id BLOB NOT NULL REFERENCES metric(id) DEFERRABLE INITIALLY DEFERRED,
  limit_percent REAL NOT NULL,
  overhead_percent REAL NOT NULL,
  created_op BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  returned INTEGER NOT NULL DEFAULT 0,
  heads TEXT,
  open TEXT
) STRICT;
CREATE INDEX toil_ledger_team ON toil_ledger(team_id);

CREATE TABLE toil_category(
  id BLOB PRIMARY KEY NOT NULL,
  team_id BLOB NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  rank TEXT NOT NULL,
  name TEXT NOT NULL,
  attributes TEXT NOT NULL,
  created_op BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  returned INTEGER NOT NULL DEFAULT 0,
  heads TEXT,
  open TEXT
) STRICT;
CREATE INDEX toil_category_team ON toil_category(team_id);

CREATE TABLE toil_week(
  id BLOB PRIMARY KEY NOT NULL,
  team_id BLOB NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  week_on TEXT NOT NULL,
  observation_id BLOB NOT NULL REFERENCES observation(id) DEFERRABLE INITIALLY DEFERRED,
  all_hours REAL NOT NULL,
  hours TEXT NOT NULL,
  created_op BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  returned INTEGER NOT NULL DEFAULT 0,
  heads TEXT,
  open TEXT
) STRICT;
CREATE INDEX toil_week_team ON toil_week(team_id, week_on);

CREATE TABLE slo(
  id BLOB PRIMARY KEY NOT NULL,
  team_id BLOB NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  metric_id BLOB NOT NULL REFERENCES metric(id) DEFERRABLE INITIALLY DEFERRED,
  budget_unit TEXT NOT NULL,
  name TEXT NOT NULL,
  objective_percent REAL NOT NULL,
  budget_window TEXT NOT NULL,
  window_days INTEGER NOT NULL,
  created_op BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  returned INTEGER NOT NULL DEFAULT 0,
  heads TEXT,
  open TEXT
) STRICT;
CREATE INDEX slo_team ON slo(team_id);

CREATE TABLE bad_day(
  id BLOB PRIMARY KEY NOT NULL,
  team_id BLOB NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  slo_id BLOB NOT NULL REFERENCES slo(id) DEFERRABLE INITIALLY DEFERRED,
  day_on TEXT NOT NULL,
  observation_id BLOB NOT NULL REFERENCES observation(id) DEFERRABLE INITIALLY DEFERRED,
  amount REAL NOT NULL,
  total REAL,
  note TEXT NOT NULL,
  created_op BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  created_by BLOB,
  updated_at INTEGER NOT NULL,
  updated_by BLOB,
  deleted_at INTEGER,
  returned INTEGER NOT NULL DEFAULT 0,
  heads TEXT,
  open TEXT
) STRICT;
CREATE INDEX bad_day_slo ON bad_day(slo_id, day_on);
