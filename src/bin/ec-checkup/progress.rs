//! Progress on standard error.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

/// How far it is, for whoever sits before the terminal.
pub(crate) struct Progress {
    shown: bool,
    last: Option<Instant>,
}

impl Progress {
    /// Nothing said yet.
    pub(crate) fn new() -> Self {
        Self { shown: io::stderr().is_terminal(), last: None }
    }

    /// Says it now and then.
    pub(crate) fn tell(&mut self, read: u64) {
        let now = Instant::now();
        let due = self.last.is_none_or(|last| now.duration_since(last) > Duration::from_millis(500));
        if self.shown && due {
            self.last = Some(now);
            eprint!("\r{read} read");
        }
    }

    /// Makes room for what comes.
    pub(crate) fn end(&self) {
        if self.last.is_some() && self.shown {
            eprint!("\r\x1b[K");
        }
    }
}
