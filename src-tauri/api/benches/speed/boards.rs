//! The boards that are measured: small ones of one team, and the large generated one, which is made
//! once into the build folder and used again.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use kata_core::ops::{self, Desk};
use kata_domain::ids::{ObstacleId, SessionId};
use kata_domain::{FocusProcessPatch, ObstaclePatch, TeamPatch};
use kata_store::clock::{Clock, SystemClock};
use kata_store::testing::Connection;
use kata_store::testing::config::DbConfig;
use kata_store::{Store, Who, open};
use kata_wire::{FocusProcessCreate, ObstacleCreate, TeamCreate};

use crate::board::{self, Size};

/// The size of storage.md B13, row 13.
const LARGE: Size = Size {
    teams: 200,
    targets: 2_000,
    experiments: 100_000,
    observations: 1_000_000,
    seed: 1,
};

/// Where boards are made: on the disk of the build folder.
pub fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(folder).unwrap();
    folder.canonicalize().unwrap()
}

/// A folder that is gone afterwards.
pub fn passing() -> tempfile::TempDir {
    tempfile::tempdir_in(folder()).unwrap()
}

/// The large board.
pub fn large() -> Store {
    let path = folder().join("large.kata");
    let open = || open::open(&path, true, Arc::new(SystemClock), |_| Ok(()));
    if path.exists() {
        match open() {
            Ok((store, _)) => return store,
            // The schema has changed since.
            Err(error) => println!("made again: {error}"),
        }
        std::fs::remove_file(&path).unwrap();
    }
    let start = Instant::now();
    let unready = folder().join("unready.kata");
    let _ = std::fs::remove_file(&unready);
    let store = open::create(&unready, Arc::new(SystemClock)).unwrap();
    board::fill(&store, LARGE, SystemClock.today()).unwrap();
    drop(store);
    std::fs::rename(&unready, &path).unwrap();
    println!(
        "made {} in {:.1} s",
        path.display(),
        start.elapsed().as_secs_f64()
    );
    open().unwrap().0
}

/// A board with one obstacle.
pub struct Small {
    pub store: Store,
    pub who: Who,
    pub obstacle: ObstacleId,
}

/// Makes a board with one obstacle.
pub fn small(path: &Path) -> Small {
    let store = open::create(path, Arc::new(SystemClock)).unwrap();
    let who = Who {
        actor: None,
        device: [1; 16],
        session: SessionId(uuid::Uuid::now_v7()),
        undo_by_session: true,
    };
    let desk = Desk::of(&store, who);
    let fields = TeamPatch {
        name: Some("Team".to_owned()),
    };
    let team = ops::team::create(&desk, TeamCreate { fields })
        .unwrap()
        .id
        .parse()
        .unwrap();
    let fields = FocusProcessPatch {
        name: Some("Process".to_owned()),
        scope: None,
    };
    let request = FocusProcessCreate {
        team_id: team,
        fields,
    };
    let process = ops::focus_process::create(&desk, request)
        .unwrap()
        .id
        .parse()
        .unwrap();
    let fields = ObstaclePatch {
        text: Some("Obstacle".to_owned()),
        ..ObstaclePatch::default()
    };
    let request = ObstacleCreate {
        from_experiment_id: None,
        focus_process_id: process,
        fields,
    };
    let obstacle = ops::obstacle::create(&desk, request)
        .unwrap()
        .id
        .parse()
        .unwrap();
    Small {
        store,
        who,
        obstacle,
    }
}

/// A connection of no store, as durable as the store's own.
pub fn bare(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    connection
        .execute_batch(
            "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = EXTRA; PRAGMA fullfsync = ON;
             PRAGMA foreign_keys = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -16000;
             PRAGMA temp_store = MEMORY;",
        )
        .unwrap();
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .unwrap();
    connection
}
