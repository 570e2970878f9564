//! How much may be in a link, in bytes of UTF-8: a Japanese character takes three.

/// The longest permanent name.
pub(super) const ID: usize = 64;
/// The longest name of an assessment or a person: 80 Japanese characters.
pub const NAME: usize = 240;
/// The longest note, answer in free words, or text of "other": 500 Japanese characters.
pub const TEXT: usize = 1500;
/// The longest message of a request: 2,000 Japanese characters.
pub const MESSAGE: usize = 6000;
/// All texts of one link together, so that opening a hostile one takes hardly longer than a good one.
pub(super) const ROOM: usize = 48 << 10;

/// A text that is short enough, and without the one character that no text can have. Counts those that had to be cut.
pub(super) fn shorten(text: &str, limit: usize, cut: &mut usize) -> String {
    let whole = text.split('\0').next().unwrap_or_default();
    let short = whole.get(..whole.floor_char_boundary(limit)).unwrap_or_default();
    *cut += usize::from(short.len() < text.len());
    short.to_owned()
}
