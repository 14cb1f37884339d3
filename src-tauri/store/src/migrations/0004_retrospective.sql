CREATE TABLE retrospective(
  id BLOB PRIMARY KEY NOT NULL,
  team_id BLOB NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL,
  at_phase INTEGER NOT NULL,
  notes_revealed_at INTEGER,
  votes_revealed_at INTEGER,
  limit_minutes INTEGER NOT NULL,
  clock_ms INTEGER NOT NULL,
  clock_since INTEGER,
  discussing_id BLOB REFERENCES topic(id) DEFERRABLE INITIALLY DEFERRED,
  previous_id BLOB REFERENCES retrospective(id) DEFERRABLE INITIALLY DEFERRED,
  next_step_id BLOB REFERENCES experiment(id) DEFERRABLE INITIALLY DEFERRED,
  no_step_reason TEXT NOT NULL,
  began_on TEXT,
  began_at INTEGER,
  ended_at INTEGER,
  title TEXT NOT NULL,
  format TEXT NOT NULL,
  attribution TEXT NOT NULL,
  focus_process_id BLOB REFERENCES focus_process(id) DEFERRABLE INITIALLY DEFERRED,
  subject TEXT NOT NULL,
  facilitator_id BLOB REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  phases TEXT NOT NULL,
  vote_budget INTEGER,
  vote_limit INTEGER NOT NULL,
  prompts TEXT NOT NULL,
  survey INTEGER NOT NULL,
  summary TEXT NOT NULL,
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
CREATE INDEX retrospective_team ON retrospective(team_id);

CREATE TABLE participant(
  id BLOB PRIMARY KEY NOT NULL,
  retrospective_id BLOB NOT NULL REFERENCES retrospective(id) DEFERRABLE INITIALLY DEFERRED,
  person_id BLOB REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  host_id BLOB REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  ready_at_phase INTEGER,
  gone INTEGER NOT NULL,
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
CREATE INDEX participant_retrospective ON participant(retrospective_id);

CREATE TABLE timeline_event(
  id BLOB PRIMARY KEY NOT NULL,
  retrospective_id BLOB NOT NULL REFERENCES retrospective(id) DEFERRABLE INITIALLY DEFERRED,
  rank TEXT NOT NULL,
  moment TEXT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  known TEXT NOT NULL,
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
CREATE INDEX timeline_event_retrospective ON timeline_event(retrospective_id);

CREATE TABLE topic(
  id BLOB PRIMARY KEY NOT NULL,
  retrospective_id BLOB NOT NULL REFERENCES retrospective(id) DEFERRABLE INITIALLY DEFERRED,
  rank TEXT NOT NULL,
  merged_into_id BLOB REFERENCES topic(id) DEFERRABLE INITIALLY DEFERRED,
  obstacle_id BLOB REFERENCES obstacle(id) DEFERRABLE INITIALLY DEFERRED,
  discussed_ms INTEGER NOT NULL,
  title TEXT NOT NULL,
  wastes TEXT NOT NULL,
  mismatches TEXT NOT NULL,
  reach TEXT,
  notes TEXT NOT NULL,
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
CREATE INDEX topic_retrospective ON topic(retrospective_id);

CREATE TABLE retro_note(
  id BLOB PRIMARY KEY NOT NULL,
  retrospective_id BLOB NOT NULL REFERENCES retrospective(id) DEFERRABLE INITIALLY DEFERRED,
  prompt TEXT NOT NULL,
  participant_id BLOB REFERENCES participant(id) DEFERRABLE INITIALLY DEFERRED,
  claim TEXT NOT NULL,
  topic_id BLOB REFERENCES topic(id) DEFERRABLE INITIALLY DEFERRED,
  rank TEXT NOT NULL,
  text TEXT NOT NULL,
  moment TEXT NOT NULL,
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
CREATE INDEX retro_note_retrospective ON retro_note(retrospective_id);

CREATE TABLE vote(
  id BLOB PRIMARY KEY NOT NULL,
  retrospective_id BLOB NOT NULL REFERENCES retrospective(id) DEFERRABLE INITIALLY DEFERRED,
  topic_id BLOB NOT NULL REFERENCES topic(id) DEFERRABLE INITIALLY DEFERRED,
  token TEXT NOT NULL,
  count INTEGER NOT NULL,
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
CREATE INDEX vote_retrospective ON vote(retrospective_id, token);

CREATE TABLE answer(
  id BLOB PRIMARY KEY NOT NULL,
  retrospective_id BLOB NOT NULL REFERENCES retrospective(id) DEFERRABLE INITIALLY DEFERRED,
  answer_kind TEXT NOT NULL,
  participant_id BLOB REFERENCES participant(id) DEFERRABLE INITIALLY DEFERRED,
  claim TEXT NOT NULL,
  text TEXT NOT NULL,
  score INTEGER,
  scores TEXT NOT NULL,
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
CREATE INDEX answer_retrospective ON answer(retrospective_id);

CREATE TABLE obstacle_review(
  id BLOB PRIMARY KEY NOT NULL,
  retrospective_id BLOB NOT NULL REFERENCES retrospective(id) DEFERRABLE INITIALLY DEFERRED,
  obstacle_id BLOB NOT NULL REFERENCES obstacle(id) DEFERRABLE INITIALLY DEFERRED,
  decision TEXT NOT NULL,
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
CREATE INDEX obstacle_review_retrospective ON obstacle_review(retrospective_id);

ALTER TABLE obstacle ADD COLUMN from_topic_id BLOB REFERENCES topic(id) DEFERRABLE INITIALLY DEFERRED;
