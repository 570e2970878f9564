//! Many respondents on all cores: one thread reads, the others count for themselves, and their counts are put together.

use super::arriving::{Found, Reader, What, opened};
use super::input::Piece;
use super::latest::{Kept, Latest};
use super::progress::Progress;
use ec_checkup::content::author::Compiled;
use ec_checkup::exchange;
use ec_checkup::survey::{Derived, Respondent, Survey, read_row, write_row};
use std::io::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Pieces that go to a thread together, and bytes.
const BATCH: usize = 64;
const BATCH_BYTES: usize = 512 << 10;
/// So many complaints are kept word by word; the others are counted.
const COMPLAINTS: usize = 10_000;

/// Which respondents may be several states of one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repeats {
    /// Each is one for itself.
    None,
    /// Links and stored assessments; rows are one each.
    Sent,
    /// Rows as well.
    All,
}

/// What is to be done.
pub(crate) struct Job<'a> {
    pub(crate) compiled: &'a Compiled,
    pub(crate) passphrase: Option<&'a str>,
    pub(crate) repeats: Repeats,
    /// Rows of all respondents go here, one thread writes them; otherwise they are counted.
    pub(crate) rows: Option<Mutex<Box<dyn Write + Send>>>,
}

/// What came of it.
pub(crate) struct Outcome {
    pub(crate) survey: Survey,
    pub(crate) read: u64,
    pub(crate) duplicates: u64,
    /// Place in the input, where that is, and what is wrong there.
    complaints: Vec<((u64, usize), String)>,
    pub(crate) unreadable: u64,
}

/// What one thread has done.
struct Worker<'a> {
    job: &'a Job<'a>,
    survey: Survey,
    complaints: Vec<((u64, usize), String)>,
    unreadable: u64,
}

/// What all threads share.
struct Shared {
    latest: Mutex<Latest>,
    read: AtomicU64,
    stopped: AtomicU64,
}

fn locked<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A thread that stopped half-way left whole values behind.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Job<'_> {
    /// Does it: `feed` hands on all pieces of the input.
    pub(crate) fn run(&self, feed: impl FnOnce(&mut dyn FnMut(Piece) -> bool)) -> Outcome {
        let shared = Shared { latest: Mutex::default(), read: AtomicU64::new(0), stopped: AtomicU64::new(0) };
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let threads = if self.rows.is_some() { 1 } else { cores };
        let (sender, receiver) = sync_channel(threads * 2);
        let receiver = Mutex::new(receiver);
        let mut outcome = std::thread::scope(|scope| {
            let work = || self.worker().take_all(&receiver, &shared);
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            send(sender, &shared, feed);
            self.gather(workers.into_iter().filter_map(|worker| worker.join().ok()))
        });
        let latest = std::mem::take(&mut *locked(&shared.latest));
        outcome.duplicates = latest.duplicates;
        let newest = latest.into_newest();
        let each = newest.len().div_ceil(threads).max(1);
        let rest = std::thread::scope(|scope| {
            let shared = &shared;
            let work = |states| move || self.worker().take_kept(states, shared);
            let workers: Vec<_> = newest.chunks(each).map(|states| scope.spawn(work(states))).collect();
            self.gather(workers.into_iter().filter_map(|worker| worker.join().ok()))
        });
        if let Some(rows) = &self.rows {
            let _ = locked(rows).flush();
        }
        // Both were made with the same questionnaire.
        let _ = outcome.survey.merge(&rest.survey);
        outcome.complaints.extend(rest.complaints);
        outcome.complaints.sort();
        outcome.unreadable += rest.unreadable;
        outcome.read = shared.read.into_inner();
        outcome
    }

    fn worker(&self) -> Worker<'_> {
        let survey = Survey::new(&self.compiled.questionnaire, &self.compiled.guide);
        Worker { job: self, survey, complaints: Vec::new(), unreadable: 0 }
    }

    fn gather<'a>(&'a self, workers: impl Iterator<Item = Worker<'a>>) -> Outcome {
        let mut all = self.worker();
        for worker in workers {
            let _ = all.survey.merge(&worker.survey);
            all.complaints.extend(worker.complaints);
            all.unreadable += worker.unreadable;
        }
        let Worker { survey, complaints, unreadable, .. } = all;
        Outcome { survey, read: 0, duplicates: 0, complaints, unreadable }
    }
}

/// Hands the input on in batches, each piece with its place.
fn send(
    sender: SyncSender<Vec<(u64, Piece)>>,
    shared: &Shared,
    feed: impl FnOnce(&mut dyn FnMut(Piece) -> bool),
) {
    let mut batch = Vec::new();
    let (mut bytes, mut place) = (0, 0);
    let mut progress = Progress::new();
    feed(&mut |piece| {
        bytes += piece.size();
        batch.push((place, piece));
        place += 1;
        if batch.len() >= BATCH || bytes >= BATCH_BYTES {
            bytes = 0;
            progress.tell(shared.read.load(Ordering::Relaxed));
            let stopped = shared.stopped.load(Ordering::Relaxed) > 0;
            return sender.send(std::mem::take(&mut batch)).is_ok() && !stopped;
        }
        true
    });
    let _ = sender.send(batch);
    drop(sender);
    progress.end();
}

impl Worker<'_> {
    fn take_all(mut self, pieces: &Mutex<Receiver<Vec<(u64, Piece)>>>, shared: &Shared) -> Self {
        let questionnaire = &self.job.compiled.questionnaire;
        let reader = Reader { questionnaire, passphrase: self.job.passphrase };
        loop {
            // The lock is given back before the work begins.
            let batch = locked(pieces).recv();
            let Ok(batch) = batch else { return self };
            for (place, piece) in batch {
                for (at, found) in reader.read(piece).into_iter().enumerate() {
                    self.take((place, at), found, shared);
                }
            }
        }
    }

    fn take(&mut self, order: (u64, usize), found: Found, shared: &Shared) {
        let Found { source, line, content } = found;
        let repeats = self.job.repeats;
        match content {
            Err(complaint) => self.complain(order, &source, line, &complaint),
            Ok(What::Link(fragment, number, day)) if repeats != Repeats::None => {
                let state = Kept::new(order, source, line, fragment, day);
                locked(&shared.latest).keep(number, state);
            }
            Ok(What::Link(fragment, ..)) => self.open(order, &source, line, &fragment, shared),
            Ok(What::Document(respondent)) if repeats != Repeats::None => {
                self.keep(order, source, line, &respondent, shared);
            }
            Ok(What::Row(respondent)) if repeats == Repeats::All => {
                self.keep(order, source, line, &respondent, shared);
            }
            Ok(What::Row(respondent) | What::Document(respondent)) => self.count(&respondent, shared),
        }
    }

    fn keep(
        &self,
        order: (u64, usize),
        source: String,
        line: usize,
        respondent: &Respondent,
        shared: &Shared,
    ) {
        let Compiled { questionnaire, guide, .. } = self.job.compiled;
        let derived = Derived::new(questionnaire, guide, &respondent.sheet);
        let row = write_row(questionnaire, guide, respondent, &derived);
        let state = Kept::new(order, source, line, row, respondent.day);
        locked(&shared.latest).keep(respondent.number, state);
    }

    fn take_kept(mut self, states: &[Kept], shared: &Shared) -> Self {
        let questionnaire = &self.job.compiled.questionnaire;
        for state in states {
            if state.text.starts_with('{') {
                let row = exchange::parse(&state.text, u8::MAX).ok();
                match row.and_then(|row| read_row(questionnaire, &row).ok()) {
                    Some((respondent, _)) => self.count(&respondent, shared),
                    None => self.complain(state.order, &state.source, state.line, "the row is damaged"),
                }
            } else {
                self.open(state.order, &state.source, state.line, &state.text, shared);
            }
        }
        self
    }

    fn open(&mut self, order: (u64, usize), source: &str, line: usize, fragment: &str, shared: &Shared) {
        match opened(&self.job.compiled.questionnaire, fragment) {
            Ok(respondent) => self.count(&respondent, shared),
            Err(complaint) => self.complain(order, source, line, &complaint),
        }
    }

    fn count(&mut self, respondent: &Respondent, shared: &Shared) {
        let Compiled { questionnaire, guide, .. } = self.job.compiled;
        shared.read.fetch_add(1, Ordering::Relaxed);
        let Some(rows) = &self.job.rows else { return self.survey.add(questionnaire, guide, respondent) };
        let derived = Derived::new(questionnaire, guide, &respondent.sheet);
        let row = write_row(questionnaire, guide, respondent, &derived);
        if writeln!(locked(rows), "{row}").is_err() {
            // Whoever reads the rows has enough.
            shared.stopped.store(1, Ordering::Relaxed);
        }
    }

    fn complain(&mut self, order: (u64, usize), source: &str, line: usize, complaint: &str) {
        self.unreadable += 1;
        if self.complaints.len() < COMPLAINTS {
            let place = if line > 0 { format!("{source}:{line}") } else { source.to_owned() };
            self.complaints.push((order, format!("{place}: {complaint}")));
        }
    }
}

impl Outcome {
    /// Says on standard error what could not be read, line by line.
    pub(crate) fn complain(&self) {
        for (_, complaint) in self.complaints.iter().take(COMPLAINTS) {
            eprintln!("{complaint}");
        }
        let more = self.unreadable.saturating_sub(u64::try_from(COMPLAINTS).unwrap_or(u64::MAX));
        if more > 0 {
            eprintln!("and {more} more");
        }
    }
}
