//! Locks on ranges of bytes that belong to one open file, not to the process.
//!
//! The classic POSIX locks cannot be used next to SQLite or twice in a process:
//! they vanish when any descriptor of the file is closed.

use std::fs::File;
use std::io;

/// A range of bytes, which may lie beyond the end of the file.
#[derive(Debug, Clone, Copy)]
pub struct Range {
    /// The first byte.
    pub offset: u64,
    /// How many.
    pub length: u64,
}

/// How a range is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Others may have it too.
    Shared,
    /// Nobody else may have it.
    Exclusive,
}

/// Takes a lock without waiting; `false` if another open file stands against it.
pub fn try_lock(file: &File, range: Range, kind: Kind) -> io::Result<bool> {
    match sys::lock(file, range, kind) {
        Ok(()) => Ok(true),
        Err(error) if sys::is_denial(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Gives a lock back; closing the file does the same.
pub fn unlock(file: &File, range: Range) -> io::Result<()> {
    sys::unlock(file, range)
}

#[cfg(unix)]
mod sys {
    use std::fs::File;
    use std::io;
    use std::os::fd::AsRawFd;

    use super::{Kind, Range};

    #[cfg(target_os = "linux")]
    const SET_LOCK: libc::c_int = libc::F_OFD_SETLK;
    /// From Apple's `sys/fcntl.h`; the libc crate does not name it.
    #[cfg(target_os = "macos")]
    const SET_LOCK: libc::c_int = 90;
    /// Other systems know only the locks of a whole process.
    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    const SET_LOCK: libc::c_int = libc::F_SETLK;

    pub(super) fn lock(file: &File, range: Range, kind: Kind) -> io::Result<()> {
        set(
            file,
            range,
            match kind {
                Kind::Shared => libc::F_RDLCK,
                Kind::Exclusive => libc::F_WRLCK,
            } as libc::c_short,
        )
    }

    pub(super) fn unlock(file: &File, range: Range) -> io::Result<()> {
        set(file, range, libc::F_UNLCK as libc::c_short)
    }

    pub(super) fn is_denial(error: &io::Error) -> bool {
        matches!(error.raw_os_error(), Some(libc::EAGAIN | libc::EACCES))
    }

    fn set(file: &File, range: Range, kind: libc::c_short) -> io::Result<()> {
        let too_far = |_| io::Error::from(io::ErrorKind::InvalidInput);
        let start = libc::off_t::try_from(range.offset).map_err(too_far)?;
        let length = libc::off_t::try_from(range.length).map_err(too_far)?;
        loop {
            match fcntl_set(file, kind, start, length) {
                // A network file system may be interrupted even without waiting.
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                done => return done,
            }
        }
    }

    #[allow(unsafe_code)]
    fn fcntl_set(
        file: &File,
        kind: libc::c_short,
        start: libc::off_t,
        length: libc::off_t,
    ) -> io::Result<()> {
        // SAFETY: `flock` is plain old data for which all zeroes is a valid value.
        let mut request: libc::flock = unsafe { std::mem::zeroed() };
        request.l_type = kind;
        request.l_whence = libc::SEEK_SET as libc::c_short;
        request.l_start = start;
        request.l_len = length;
        // SAFETY: the descriptor is open while `file` is borrowed, and the call
        // only reads `request`, which outlives it.
        let answer = unsafe { libc::fcntl(file.as_raw_fd(), SET_LOCK, &raw const request) };
        if answer == -1 {
            Err(io::Error::last_os_error())
        } else {
            Ok(())
        }
    }
}

#[cfg(windows)]
mod sys {
    use std::ffi::c_void;
    use std::fs::File;
    use std::io;
    use std::os::windows::io::AsRawHandle;

    use super::{Kind, Range};

    const FAIL_IMMEDIATELY: u32 = 1;
    const EXCLUSIVE: u32 = 2;
    const ERROR_LOCK_VIOLATION: i32 = 33;
    const ERROR_IO_PENDING: i32 = 997;

    /// The system's `OVERLAPPED`, here only the carrier of an offset.
    #[repr(C)]
    struct Overlapped {
        internal: usize,
        internal_high: usize,
        offset: u32,
        offset_high: u32,
        event: *mut c_void,
    }

    #[allow(unsafe_code)]
    #[link(name = "kernel32")]
    unsafe extern "system" {
        fn LockFileEx(
            file: *mut c_void,
            flags: u32,
            reserved: u32,
            low: u32,
            high: u32,
            at: *mut Overlapped,
        ) -> i32;
        fn UnlockFileEx(
            file: *mut c_void,
            reserved: u32,
            low: u32,
            high: u32,
            at: *mut Overlapped,
        ) -> i32;
    }

    #[allow(unsafe_code)]
    pub(super) fn lock(file: &File, range: Range, kind: Kind) -> io::Result<()> {
        let flags = FAIL_IMMEDIATELY
            | if kind == Kind::Exclusive {
                EXCLUSIVE
            } else {
                0
            };
        let (low, high) = halves(range.length);
        let mut at = overlapped(range.offset);
        // SAFETY: the handle is open while `file` is borrowed; `at` outlives the
        // call, which does not return before it is done since the handle is synchronous.
        answer(unsafe { LockFileEx(file.as_raw_handle(), flags, 0, low, high, &raw mut at) })
    }

    #[allow(unsafe_code)]
    pub(super) fn unlock(file: &File, range: Range) -> io::Result<()> {
        let (low, high) = halves(range.length);
        let mut at = overlapped(range.offset);
        // SAFETY: as in `lock`.
        answer(unsafe { UnlockFileEx(file.as_raw_handle(), 0, low, high, &raw mut at) })
    }

    pub(super) fn is_denial(error: &io::Error) -> bool {
        matches!(
            error.raw_os_error(),
            Some(ERROR_LOCK_VIOLATION | ERROR_IO_PENDING)
        )
    }

    fn overlapped(offset: u64) -> Overlapped {
        let (offset, offset_high) = halves(offset);
        Overlapped {
            internal: 0,
            internal_high: 0,
            offset,
            offset_high,
            event: std::ptr::null_mut(),
        }
    }

    fn halves(number: u64) -> (u32, u32) {
        (number as u32, (number >> 32) as u32)
    }

    fn answer(code: i32) -> io::Result<()> {
        if code == 0 {
            Err(io::Error::last_os_error())
        } else {
            Ok(())
        }
    }
}
