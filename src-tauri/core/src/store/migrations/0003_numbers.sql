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
