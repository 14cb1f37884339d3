CREATE TABLE meta(
  key TEXT PRIMARY KEY NOT NULL,
  value ANY NOT NULL
) STRICT;

CREATE TABLE operation(
  seq INTEGER PRIMARY KEY,
  op_id BLOB NOT NULL UNIQUE,
  hlc INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  utc_offset INTEGER NOT NULL,
  device BLOB,
  device_seq INTEGER NOT NULL,
  actor BLOB,
  session BLOB,
  kind TEXT NOT NULL,
  undoes BLOB,
  prev_hash BLOB,
  hash BLOB NOT NULL,
  UNIQUE(device, device_seq)
) STRICT;
CREATE INDEX operation_session ON operation(session, seq) WHERE session IS NOT NULL;

CREATE TABLE change(
  op_id BLOB NOT NULL REFERENCES operation(op_id) DEFERRABLE INITIALLY DEFERRED,
  entity TEXT NOT NULL,
  entity_id BLOB NOT NULL,
  team_id BLOB,
  field TEXT NOT NULL,
  parents BLOB,
  value TEXT,
  PRIMARY KEY(op_id, entity_id, field)
) STRICT;
CREATE INDEX change_field ON change(entity_id, field);

CREATE TABLE person(
  id BLOB PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
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

CREATE TABLE team(
  id BLOB PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
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

CREATE TABLE membership(
  id BLOB PRIMARY KEY NOT NULL,
  team_id BLOB NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  person_id BLOB NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  roles TEXT NOT NULL,
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
CREATE INDEX membership_team ON membership(team_id);

CREATE TABLE metric(
  id BLOB PRIMARY KEY NOT NULL,
  team_id BLOB NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  rank TEXT NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  metric_kind TEXT NOT NULL,
  good TEXT NOT NULL,
  definition TEXT NOT NULL,
  source TEXT NOT NULL,
  rhythm_days INTEGER,
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
CREATE INDEX metric_team ON metric(team_id);

CREATE TABLE focus_process(
  id BLOB PRIMARY KEY NOT NULL,
  team_id BLOB NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  rank TEXT NOT NULL,
  addressing_id BLOB REFERENCES obstacle(id) DEFERRABLE INITIALLY DEFERRED,
  active_target_condition_id BLOB REFERENCES target_condition(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  scope TEXT NOT NULL,
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
CREATE INDEX focus_process_team ON focus_process(team_id);

CREATE TABLE challenge(
  id BLOB PRIMARY KEY NOT NULL,
  focus_process_id BLOB NOT NULL REFERENCES focus_process(id) DEFERRABLE INITIALLY DEFERRED,
  statement TEXT NOT NULL,
  horizon_on TEXT,
  why TEXT NOT NULL,
  operational_outcomes TEXT NOT NULL,
  business_outcomes TEXT NOT NULL,
  milestones TEXT NOT NULL,
  owner_id BLOB REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  parent_id BLOB REFERENCES challenge(id) DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL,
  checked_on TEXT,
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
CREATE INDEX challenge_focus_process ON challenge(focus_process_id);

CREATE TABLE current_condition(
  id BLOB PRIMARY KEY NOT NULL,
  focus_process_id BLOB NOT NULL REFERENCES focus_process(id) DEFERRABLE INITIALLY DEFERRED,
  as_of_on TEXT,
  outcome_metric_id BLOB REFERENCES metric(id) DEFERRABLE INITIALLY DEFERRED,
  process_metric_id BLOB REFERENCES metric(id) DEFERRABLE INITIALLY DEFERRED,
  operating_pattern TEXT NOT NULL,
  gets_in_the_way TEXT NOT NULL,
  goes_wrong_when TEXT NOT NULL,
  observed_by TEXT NOT NULL,
  measured_how TEXT NOT NULL,
  work_type TEXT,
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
CREATE INDEX current_condition_focus_process ON current_condition(focus_process_id);

CREATE TABLE target_condition(
  id BLOB PRIMARY KEY NOT NULL,
  focus_process_id BLOB NOT NULL REFERENCES focus_process(id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  status TEXT NOT NULL,
  set_on TEXT,
  closed_on TEXT,
  achieve_by_on TEXT,
  challenge_id BLOB REFERENCES challenge(id) DEFERRABLE INITIALLY DEFERRED,
  outcome_metric_id BLOB REFERENCES metric(id) DEFERRABLE INITIALLY DEFERRED,
  outcome_comparison TEXT NOT NULL,
  outcome_target REAL,
  process_metric_id BLOB REFERENCES metric(id) DEFERRABLE INITIALLY DEFERRED,
  process_comparison TEXT NOT NULL,
  process_target REAL,
  operating_pattern TEXT NOT NULL,
  reflection TEXT NOT NULL,
  challenge_valid INTEGER,
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
CREATE INDEX target_condition_focus_process ON target_condition(focus_process_id);

CREATE TABLE obstacle(
  id BLOB PRIMARY KEY NOT NULL,
  focus_process_id BLOB NOT NULL REFERENCES focus_process(id) DEFERRABLE INITIALLY DEFERRED,
  rank TEXT NOT NULL,
  state TEXT NOT NULL,
  closed_on TEXT,
  text TEXT NOT NULL,
  evidence TEXT NOT NULL,
  found_on TEXT,
  reach TEXT,
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
CREATE INDEX obstacle_focus_process ON obstacle(focus_process_id);
CREATE INDEX obstacle_removed ON obstacle(focus_process_id) WHERE deleted_at IS NOT NULL;

CREATE TABLE experiment(
  id BLOB PRIMARY KEY NOT NULL,
  focus_process_id BLOB NOT NULL REFERENCES focus_process(id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  state TEXT NOT NULL,
  sealed_at INTEGER,
  sealed_by BLOB,
  sealed TEXT,
  amended_at INTEGER,
  started_on TEXT,
  done_on TEXT,
  closed_on TEXT,
  obstacle_id BLOB REFERENCES obstacle(id) DEFERRABLE INITIALLY DEFERRED,
  target_condition_id BLOB REFERENCES target_condition(id) DEFERRABLE INITIALLY DEFERRED,
  experiment_kind TEXT NOT NULL,
  step TEXT NOT NULL,
  change_type TEXT,
  metric_id BLOB REFERENCES metric(id) DEFERRABLE INITIALLY DEFERRED,
  baseline REAL,
  predicted REAL,
  predicted_low REAL,
  predicted_high REAL,
  prediction TEXT NOT NULL,
  confidence INTEGER,
  guardrails TEXT NOT NULL,
  sample TEXT NOT NULL,
  if_confirmed TEXT NOT NULL,
  if_refuted TEXT NOT NULL,
  if_inconclusive TEXT NOT NULL,
  check_on TEXT,
  run_by BLOB REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  actual REAL,
  what_happened TEXT NOT NULL,
  learned TEXT NOT NULL,
  belief TEXT NOT NULL,
  evidence TEXT NOT NULL,
  outcome TEXT,
  decision TEXT,
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
CREATE INDEX experiment_focus_process ON experiment(focus_process_id, number);
CREATE INDEX experiment_target_condition ON experiment(target_condition_id, number);
CREATE INDEX experiment_running ON experiment(focus_process_id) WHERE state = 'running';
CREATE INDEX experiment_removed ON experiment(focus_process_id) WHERE deleted_at IS NOT NULL;

CREATE TABLE observation(
  id BLOB PRIMARY KEY NOT NULL,
  metric_id BLOB NOT NULL REFERENCES metric(id) DEFERRABLE INITIALLY DEFERRED,
  batch_id BLOB,
  observed_at INTEGER,
  value REAL NOT NULL,
  value_text TEXT NOT NULL,
  observed_on TEXT NOT NULL,
  measured_by TEXT NOT NULL,
  how TEXT NOT NULL,
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
CREATE INDEX observation_metric ON observation(metric_id, observed_on);

