//! The sidecar file of a board: its format and its bytes on the disk.
//!
//! Owns the layout of `.<board>.peers`: a header and 64 slots of 256 bytes, one a
//! running app, each guarded by a lock on a byte far beyond the file's end. Whoever
//! can write the folder can write this file, so everything read from it is a
//! stranger's: checked, cut and cleaned, never trusted.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use kata_store::location::byte_lock::{self, Kind, Range};
use uuid::Uuid;

use super::Writing;
use super::card::Card;
use super::front::{Attendance, Front, MOST_NOTES};
use super::shared_clock::Run;

/// How many apps can be seen at once.
pub(super) const SLOTS: usize = 64;
const SLOT_SIZE: usize = 256;
const HEADER_SIZE: usize = 256;
const FILE_SIZE: usize = HEADER_SIZE + SLOTS * SLOT_SIZE;

const MAGIC: &[u8; 8] = b"KATAPEER";
const VERSION: u16 = 1;

/// Slot `i` is guarded by the byte this far plus `i`. Windows' locks also keep
/// others from reading what they cover, hence beyond the end.
const LOCK_BASE: u64 = (1 << 30) + 1000;
/// A byte that everyone only ever locks shared: a network client throws away what
/// it has cached of a file when it gets a lock, and sends what it has written when
/// it gives one back. Nobody ever waits for it.
const FRESHNESS: Range = Range {
    offset: LOCK_BASE - 1,
    length: 1,
};

const NAME: std::ops::Range<usize> = 72..136;
const ENTITY: std::ops::Range<usize> = 136..184;
const FIELD: std::ops::Range<usize> = 184..232;
/// The coaching cycle or the retrospective in front of which the app stands.
const FRONT: std::ops::Range<usize> = 232..248;
const PLACE: usize = 248;
/// How often the card was turned, or how many notes wait.
const COUNT: std::ops::Range<usize> = 249..253;
/// How long the clock there has run.
const RUN: std::ops::Range<usize> = 253..256;
const CHECK: std::ops::Range<usize> = 8..16;

const USED: u8 = 1;
const READ_ONLY: u8 = 1;
const DAMAGED: u8 = 2;
/// The front is a retrospective. To an app that does not know it, it is the card of a cycle that
/// nobody follows.
const SESSION: u8 = 4;

fn flag(bit: u8, set: bool) -> u8 {
    if set { bit } else { 0 }
}

/// What one app shows of itself. The bytes that are left in a slot are zero, for
/// other passing things to come; an app that does not know them ignores them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    /// Drawn anew each time an app takes a slot, so that one holder of a slot's
    /// lock is never mistaken for the next.
    pub(super) holding: u64,
    /// Rises with every write of the slot.
    pub(super) counter: u64,
    pub(super) session: Uuid,
    pub(super) person: Option<Uuid>,
    pub(super) name: String,
    pub(super) here_for: Duration,
    pub(super) read_only: bool,
    pub(super) damaged: bool,
    pub(super) writing: Option<Writing>,
    /// What this app stands in front of.
    pub(super) front: Option<Front>,
    /// How long its clock has run.
    pub(super) run: Option<Run>,
}

impl Slot {
    fn encode(&self) -> [u8; SLOT_SIZE] {
        let mut bytes = [0; SLOT_SIZE];
        bytes[0] = USED;
        bytes[1] = flag(READ_ONLY, self.read_only) | flag(DAMAGED, self.damaged);
        bytes[2] = put_text(&mut bytes[NAME], fitting(&self.name, NAME.len()));
        // A place that does not fit is left out: cut short it would be another place.
        if let Some(Writing { entity_id, field }) = &self.writing
            && entity_id.len() <= ENTITY.len()
            && field.len() <= FIELD.len()
        {
            bytes[3] = put_text(&mut bytes[ENTITY], entity_id);
            bytes[4] = put_text(&mut bytes[FIELD], field);
        }
        if let Some(front) = self.front {
            put_front(&mut bytes, front);
        }
        if let Some(run) = self.run {
            bytes[RUN].copy_from_slice(&run.encode());
        }
        bytes[16..24].copy_from_slice(&self.holding.to_le_bytes());
        bytes[24..32].copy_from_slice(&self.counter.to_le_bytes());
        bytes[32..48].copy_from_slice(self.session.as_bytes());
        bytes[48..64].copy_from_slice(self.person.unwrap_or_default().as_bytes());
        let seconds = u32::try_from(self.here_for.as_secs()).unwrap_or(u32::MAX);
        bytes[64..68].copy_from_slice(&seconds.to_le_bytes());
        let check = checksum(&bytes);
        bytes[CHECK].copy_from_slice(&check.to_le_bytes());
        bytes
    }

    /// `None` for an empty, half-written or foreign slot.
    fn decode(bytes: &[u8; SLOT_SIZE]) -> Option<Slot> {
        if bytes[0] != USED || u64_at(bytes, CHECK.start) != checksum(bytes) {
            return None;
        }
        let person = uuid_at(bytes, 48);
        Some(Slot {
            holding: u64_at(bytes, 16),
            counter: u64_at(bytes, 24),
            session: uuid_at(bytes, 32),
            person: (!person.is_nil()).then_some(person),
            name: printable(text(&bytes[NAME], bytes[2])?),
            here_for: Duration::from_secs(u64::from(u32::from_le_bytes(array_at(bytes, 64)))),
            read_only: bytes[1] & READ_ONLY != 0,
            damaged: bytes[1] & DAMAGED != 0,
            writing: writing(
                text(&bytes[ENTITY], bytes[3])?,
                text(&bytes[FIELD], bytes[4])?,
            ),
            front: front(bytes),
            run: Run::decode(array_at(bytes, RUN.start)),
        })
    }
}

/// The sidecar of one board, open.
#[derive(Debug)]
pub(super) struct Sidecar {
    path: PathBuf,
    file: File,
}

impl Sidecar {
    /// Opens the board's sidecar, or makes it.
    pub(super) fn open(board: &Path) -> io::Result<Sidecar> {
        let path = path_of(board)?;
        let file = if exists(&path)? {
            options().open(&path)?
        } else {
            create(&path, board)?
        };
        let sidecar = Sidecar { path, file };
        sidecar.check_header()?;
        Ok(sidecar)
    }

    /// Opens the board's sidecar to read it; none where nobody has made one, or a newer version
    /// has.
    pub(super) fn existing(board: &Path) -> io::Result<Option<Sidecar>> {
        let path = path_of(board)?;
        if !exists(&path)? {
            return Ok(None);
        }
        let file = options().write(false).open(&path)?;
        let sidecar = Sidecar { path, file };
        let known = sidecar.version()? == Some(VERSION);
        Ok(known.then_some(sidecar))
    }

    /// Whether the open file still is the one at the path, which another app opens.
    pub(super) fn is_current(&self) -> bool {
        match (self.file.metadata(), fs::symlink_metadata(&self.path)) {
            (Ok(ours), Ok(there)) => is_same_file(&ours, &there),
            _ => false,
        }
    }

    /// Takes the lock of slot `index` for as long as the sidecar is open.
    pub(super) fn hold(&self, index: usize) -> io::Result<bool> {
        byte_lock::try_lock(&self.file, guard(index), Kind::Exclusive)
    }

    pub(super) fn release(&self, index: usize) -> io::Result<()> {
        byte_lock::unlock(&self.file, guard(index))
    }

    /// Runs `look` while nobody can hold slot `index`; `None` if somebody does.
    ///
    /// Shared, so that apps which look at the same time do not take each other for
    /// the slot's owner. Not for one's own slot, whose lock it would give away.
    pub(super) fn if_unheld<T>(
        &self,
        index: usize,
        look: impl FnOnce() -> io::Result<T>,
    ) -> io::Result<Option<T>> {
        if !byte_lock::try_lock(&self.file, guard(index), Kind::Shared)? {
            return Ok(None);
        }
        let seen = look();
        self.release(index)?;
        seen.map(Some)
    }

    /// All slots, with those that are not blank marked even if they make no sense.
    pub(super) fn read_all(&self) -> io::Result<Vec<Seen>> {
        let mut bytes = vec![0; SLOTS * SLOT_SIZE];
        self.fresh(|| read_up_to(&self.file, &mut bytes, HEADER_SIZE as u64))?;
        let (slots, _) = bytes.as_chunks::<SLOT_SIZE>();
        Ok(slots.iter().map(Seen::of).collect())
    }

    pub(super) fn read(&self, index: usize) -> io::Result<Seen> {
        let mut bytes = [0; SLOT_SIZE];
        self.fresh(|| read_up_to(&self.file, &mut bytes, offset_of(index)))?;
        Ok(Seen::of(&bytes))
    }

    /// Not synced: what is lost in a power cut was about apps that are gone with it.
    pub(super) fn write(&self, index: usize, slot: &Slot) -> io::Result<()> {
        self.fresh(|| write_all(&self.file, &slot.encode(), offset_of(index)))
    }

    pub(super) fn blank(&self, index: usize) -> io::Result<()> {
        self.fresh(|| write_all(&self.file, &[0; SLOT_SIZE], offset_of(index)))
    }

    /// Runs `work` past the caches of a network client. Without working locks it
    /// runs all the same.
    fn fresh<T>(&self, work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let locked = byte_lock::try_lock(&self.file, FRESHNESS, Kind::Shared).unwrap_or(false);
        let done = work();
        if locked {
            byte_lock::unlock(&self.file, FRESHNESS)?;
        }
        done
    }

    /// The version in the header; none where there is no header or a damaged one.
    fn version(&self) -> io::Result<Option<u16>> {
        let mut header = [0; HEADER_SIZE];
        self.fresh(|| read_up_to(&self.file, &mut header, 0))?;
        let version = u16::from_le_bytes([header[8], header[9]]);
        Ok((header[..8] == *MAGIC).then_some(version))
    }

    /// Writes the header where there is none or a damaged one; all apps of one
    /// version write the same bytes, so it does not matter who is first.
    fn check_header(&self) -> io::Result<()> {
        match self.version()? {
            Some(VERSION) => return Ok(()),
            Some(other) => {
                return Err(io::Error::new(
                    io::ErrorKind::Unsupported,
                    format!("the peers file has version {other}"),
                ));
            }
            None => {}
        }
        let mut header = [0; HEADER_SIZE];
        header[..8].copy_from_slice(MAGIC);
        header[8..10].copy_from_slice(&VERSION.to_le_bytes());
        self.fresh(|| {
            write_all(&self.file, &header, 0)?;
            // Only ever to this one size: a second app must not cut the first one's slot.
            self.file.set_len(FILE_SIZE as u64)
        })
    }
}

/// A slot as it was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Seen {
    Blank,
    /// Half-written, or not in this format.
    Unreadable,
    Used(Slot),
}

impl Seen {
    fn of(bytes: &[u8; SLOT_SIZE]) -> Seen {
        match Slot::decode(bytes) {
            Some(slot) => Seen::Used(slot),
            None if bytes.iter().all(|byte| *byte == 0) => Seen::Blank,
            None => Seen::Unreadable,
        }
    }

    pub(super) fn used(self) -> Option<Slot> {
        match self {
            Seen::Used(slot) => Some(slot),
            Seen::Blank | Seen::Unreadable => None,
        }
    }
}

/// The sidecar's path: in the board's folder, named after the board.
fn path_of(board: &Path) -> io::Result<PathBuf> {
    let name = board.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut sidecar = OsString::from(".");
    sidecar.push(name);
    sidecar.push(".peers");
    Ok(board.with_file_name(sidecar))
}

/// Whether there is a file to open, found out before it is opened: a link at this place could lead
/// to the board itself, and opening and closing that would drop SQLite's locks.
fn exists(path: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() && has_one_name(&found) => Ok(true),
        Ok(_) => Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "the peers file is a link",
        )),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

fn create(path: &Path, board: &Path) -> io::Result<File> {
    match options().create_new(true).open(path) {
        Ok(file) => {
            if let Err(error) = open_to_those_of(board, &file) {
                tracing::debug!(%error, "the peers file keeps its own permissions");
            }
            Ok(file)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            exists(path)?;
            options().open(path)
        }
        Err(error) => Err(error),
    }
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(
        &mut options,
        libc::O_NOFOLLOW | libc::O_NONBLOCK,
    );
    options
}

fn guard(index: usize) -> Range {
    Range {
        offset: LOCK_BASE + index as u64,
        length: 1,
    }
}

fn offset_of(index: usize) -> u64 {
    (HEADER_SIZE + index * SLOT_SIZE) as u64
}

// ---- Bytes and text -------------------------------------------------------------

/// FNV-1a over the slot without the checksum itself: it tells a half-written slot
/// from a whole one, and is no protection against intent.
fn checksum(bytes: &[u8; SLOT_SIZE]) -> u64 {
    let covered = bytes[..CHECK.start].iter().chain(&bytes[CHECK.end..]);
    covered.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

fn array_at<const N: usize>(bytes: &[u8; SLOT_SIZE], at: usize) -> [u8; N] {
    std::array::from_fn(|index| bytes[at + index])
}

fn u64_at(bytes: &[u8; SLOT_SIZE], at: usize) -> u64 {
    u64::from_le_bytes(array_at(bytes, at))
}

fn uuid_at(bytes: &[u8; SLOT_SIZE], at: usize) -> Uuid {
    Uuid::from_bytes(array_at(bytes, at))
}

/// Copies `text`, which fits, and answers its length.
fn put_text(place: &mut [u8], text: &str) -> u8 {
    place[..text.len()].copy_from_slice(text.as_bytes());
    text.len() as u8
}

/// As much of `text` as fits, cut between characters.
fn fitting(text: &str, room: usize) -> &str {
    &text[..text.floor_char_boundary(room)]
}

fn put_front(bytes: &mut [u8; SLOT_SIZE], front: Front) {
    let (id, count) = match front {
        Front::Card(card) => {
            bytes[PLACE] = card.place;
            (card.cycle, card.turn)
        }
        Front::Session(Attendance {
            retrospective,
            notes,
        }) => {
            bytes[1] |= SESSION;
            (retrospective, notes)
        }
    };
    bytes[FRONT].copy_from_slice(id.as_bytes());
    bytes[COUNT].copy_from_slice(&count.to_le_bytes());
}

fn front(bytes: &[u8; SLOT_SIZE]) -> Option<Front> {
    let id = uuid_at(bytes, FRONT.start);
    let count = u32::from_le_bytes(array_at(bytes, COUNT.start));
    let front = match bytes[1] & SESSION {
        0 => Front::Card(Card {
            cycle: id,
            place: bytes[PLACE],
            turn: count,
        }),
        _ => Front::Session(Attendance {
            retrospective: id,
            notes: count.min(MOST_NOTES),
        }),
    };
    (!id.is_nil()).then_some(front)
}

fn text(place: &[u8], length: u8) -> Option<&str> {
    std::str::from_utf8(place.get(..usize::from(length))?).ok()
}

/// A name goes to the screen: no line breaks, and nothing that turns the text
/// around it.
fn printable(name: &str) -> String {
    let turns = |c| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    name.chars()
        .filter(|c| !c.is_control() && !turns(*c))
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Ids and field names are plain words; anything else is nowhere.
fn writing(entity_id: &str, field: &str) -> Option<Writing> {
    let is_plain = |word: &str| {
        !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
    };
    (is_plain(entity_id) && is_plain(field)).then(|| Writing {
        entity_id: entity_id.to_owned(),
        field: field.to_owned(),
    })
}

// ---- What differs between systems -------------------------------------------------

/// Reads until the buffer is full or the file ends; the rest stays zero.
fn read_up_to(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<()> {
    let mut done = 0;
    while done < buffer.len() {
        match read_at(file, &mut buffer[done..], offset + done as u64) {
            Ok(0) => break,
            Ok(count) => done += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

#[cfg(unix)]
fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, buffer, offset)
}

#[cfg(windows)]
fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, buffer, offset)
}

#[cfg(unix)]
fn write_all(file: &File, bytes: &[u8], offset: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::write_all_at(file, bytes, offset)
}

#[cfg(windows)]
fn write_all(file: &File, bytes: &[u8], offset: u64) -> io::Result<()> {
    match std::os::windows::fs::FileExt::seek_write(file, bytes, offset)? {
        count if count == bytes.len() => Ok(()),
        _ => Err(io::ErrorKind::WriteZero.into()),
    }
}

/// Whoever may write the board may say that they are here.
#[cfg(unix)]
fn open_to_those_of(board: &Path, file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(board)?.permissions().mode() & 0o666 | 0o600;
    file.set_permissions(fs::Permissions::from_mode(mode))
}

/// A file takes its folder's permissions on Windows, as the board did.
#[cfg(windows)]
fn open_to_those_of(_board: &Path, _file: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn is_same_file(ours: &Metadata, there: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (ours.dev(), ours.ino()) == (there.dev(), there.ino())
}

/// Windows does not let a file go that is open.
#[cfg(windows)]
fn is_same_file(_ours: &Metadata, _there: &Metadata) -> bool {
    true
}

#[cfg(unix)]
fn has_one_name(found: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(found) <= 1
}

/// Not in stable Rust here, and closing a file drops no locks of others either.
#[cfg(windows)]
fn has_one_name(_found: &Metadata) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn slot() -> Slot {
        Slot {
            holding: 7,
            counter: 3,
            session: Uuid::from_u128(1),
            person: Some(Uuid::from_u128(2)),
            name: "Ana".to_owned(),
            here_for: Duration::from_secs(90),
            read_only: true,
            damaged: true,
            writing: Some(Writing {
                entity_id: "exp_00ff".to_owned(),
                field: "learning".to_owned(),
            }),
            front: Some(Front::Card(Card {
                cycle: Uuid::from_u128(3),
                place: 5,
                turn: 70_000,
            })),
            run: Run::decode([200, 1, 9]),
        }
    }

    #[test]
    fn a_slot_reads_back_as_written() {
        assert_eq!(Slot::decode(&slot().encode()), Some(slot()));
        let nobody = Slot {
            person: None,
            writing: None,
            front: None,
            run: None,
            name: String::new(),
            read_only: false,
            damaged: false,
            ..slot()
        };
        assert_eq!(Slot::decode(&nobody.encode()), Some(nobody));
    }

    fn in_session(notes: u32) -> Slot {
        let attendance = Attendance {
            retrospective: Uuid::from_u128(4),
            notes,
        };
        Slot {
            front: Some(Front::Session(attendance)),
            ..slot()
        }
    }

    #[test]
    fn a_retrospective_reads_back_and_is_believed_only_so_many_notes() {
        assert_eq!(Slot::decode(&in_session(14).encode()), Some(in_session(14)));
        let boasting = Slot::decode(&in_session(u32::MAX).encode());
        assert_eq!(boasting, Some(in_session(MOST_NOTES)));
    }

    #[test]
    fn a_long_name_is_cut_between_characters_and_a_long_place_left_out() {
        let long = Slot {
            name: "ä".repeat(50),
            writing: Some(Writing {
                entity_id: "e".repeat(49),
                field: "x".to_owned(),
            }),
            ..slot()
        };
        let read = Slot::decode(&long.encode()).unwrap();
        assert_eq!(read.name, "ä".repeat(32));
        assert_eq!(read.writing, None);
    }

    #[test]
    fn a_strangers_text_is_cleaned() {
        let strange = Slot {
            name: "\u{202E}Ana\n\u{7}".to_owned(),
            writing: Some(Writing {
                entity_id: "<b>".to_owned(),
                field: "x".to_owned(),
            }),
            ..slot()
        };
        let read = Slot::decode(&strange.encode()).unwrap();
        assert_eq!(read.name, "Ana");
        assert_eq!(read.writing, None);
    }

    #[test]
    fn a_half_written_slot_is_told_from_a_blank_one() {
        let mut torn = slot().encode();
        torn[128..].fill(0xAA);
        assert_eq!(Seen::of(&torn), Seen::Unreadable);
        assert_eq!(Seen::of(&[0; SLOT_SIZE]), Seen::Blank);
    }

    proptest! {
        #[test]
        fn no_bytes_bring_the_reader_down(garbage in prop::collection::vec(any::<u8>(), SLOT_SIZE)) {
            let mut bytes: [u8; SLOT_SIZE] = garbage.try_into().unwrap();
            bytes[0] = USED;
            let check = checksum(&bytes);
            bytes[CHECK].copy_from_slice(&check.to_le_bytes());
            let _ = Slot::decode(&bytes);
        }
    }

    #[test]
    fn a_damaged_file_is_taken_into_use_again_and_a_newer_one_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let board = folder.path().join("a.kata");
        let path = path_of(&board).unwrap();
        fs::write(&path, [0xFF; 40_000]).unwrap();
        let sidecar = Sidecar::open(&board).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().len(), FILE_SIZE as u64);
        assert!(
            sidecar
                .read_all()
                .unwrap()
                .iter()
                .all(|seen| *seen == Seen::Unreadable)
        );

        let mut newer = MAGIC.to_vec();
        newer.extend([9, 0]);
        fs::write(&path, &newer).unwrap();
        assert_eq!(
            Sidecar::open(&board).unwrap_err().kind(),
            io::ErrorKind::Unsupported
        );
        assert_eq!(fs::read(&path).unwrap(), newer);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_sidecars_place_is_never_opened() {
        let folder = tempfile::tempdir().unwrap();
        let board = folder.path().join("a.kata");
        fs::write(&board, "the board").unwrap();
        std::os::unix::fs::symlink(&board, path_of(&board).unwrap()).unwrap();
        assert!(Sidecar::open(&board).is_err());
        fs::remove_file(path_of(&board).unwrap()).unwrap();
        fs::hard_link(&board, path_of(&board).unwrap()).unwrap();
        assert!(Sidecar::open(&board).is_err());
        assert_eq!(fs::read(&board).unwrap(), b"the board");
    }

    #[cfg(unix)]
    #[test]
    fn who_may_write_the_board_may_write_its_sidecar() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let board = folder.path().join("a.kata");
        fs::write(&board, "").unwrap();
        fs::set_permissions(&board, fs::Permissions::from_mode(0o664)).unwrap();
        Sidecar::open(&board).unwrap();
        let mode = fs::metadata(path_of(&board).unwrap())
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o664);
    }
}
