ALTER TABLE experiment ADD COLUMN guardrail_metric_ids TEXT;
ALTER TABLE obstacle ADD COLUMN from_experiment_id BLOB REFERENCES experiment(id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE coaching_cycle(
  id BLOB PRIMARY KEY NOT NULL,
  focus_process_id BLOB NOT NULL REFERENCES focus_process(id) DEFERRABLE INITIALLY DEFERRED,
  target_condition_id BLOB REFERENCES target_condition(id) DEFERRABLE INITIALLY DEFERRED,
  last_step_id BLOB REFERENCES experiment(id) DEFERRABLE INITIALLY DEFERRED,
  obstacle_id BLOB REFERENCES obstacle(id) DEFERRABLE INITIALLY DEFERRED,
  next_step_id BLOB REFERENCES experiment(id) DEFERRABLE INITIALLY DEFERRED,
  check_on TEXT,
  state TEXT NOT NULL,
  began_on TEXT,
  began_at INTEGER NOT NULL,
  ended_at INTEGER,
  limit_minutes INTEGER NOT NULL,
  clock_ms INTEGER NOT NULL,
  clock_since INTEGER,
  learner_id BLOB REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  coach_id BLOB REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  second_coach_id BLOB REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  threshold_question INTEGER,
  threshold_note TEXT NOT NULL,
  remarks TEXT NOT NULL,
  coach_note TEXT NOT NULL,
  checklist TEXT NOT NULL,
  feedback TEXT NOT NULL,
  next_on TEXT,
  next_time TEXT NOT NULL,
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
CREATE INDEX coaching_cycle_focus_process ON coaching_cycle(focus_process_id, began_at);

CREATE TABLE attachment(
  id BLOB PRIMARY KEY NOT NULL,
  focus_process_id BLOB NOT NULL REFERENCES focus_process(id) DEFERRABLE INITIALLY DEFERRED,
  experiment_id BLOB NOT NULL REFERENCES experiment(id) DEFERRABLE INITIALLY DEFERRED,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
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
CREATE INDEX attachment_experiment ON attachment(experiment_id);

CREATE TABLE attachment_content(
  sha256 TEXT PRIMARY KEY NOT NULL,
  data BLOB NOT NULL
) STRICT;

CREATE TABLE waiver(
  id BLOB PRIMARY KEY NOT NULL,
  focus_process_id BLOB NOT NULL REFERENCES focus_process(id) DEFERRABLE INITIALLY DEFERRED,
  subject TEXT NOT NULL,
  hint TEXT NOT NULL,
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
CREATE INDEX waiver_focus_process ON waiver(focus_process_id);
