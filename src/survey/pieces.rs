//! Cutting a long text into pieces, so that whoever reads it can do something else in between.

use std::ops::Range;

/// The pieces of a text, each about as long as `size` bytes: cut where no link of the line before can go on. A text without
/// such a place stays whole.
pub fn pieces(text: &str, size: usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        if at - start >= size && begins_anew(line.as_bytes()) {
            pieces.push(start..at);
            start = at;
        }
        at += line.len();
    }
    if start < at {
        pieces.push(start..at);
    }
    pieces
}

/// Whether no link of the line before goes on here: it is empty, or a link of its own begins.
pub fn begins_anew(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    line.is_empty() || [b"http".as_slice(), b"r1", b"r2", b"#r"].iter().any(|start| line.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_before_links_and_at_empty_lines_only() {
        let text = "hello\nhttps://a/#r2aaaa\nbbbb\n\nr2cccc\ndddd";
        let cut = |size| pieces(text, size).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(cut(1), ["hello\n", "https://a/#r2aaaa\nbbbb\n", "\n", "r2cccc\ndddd"]);
        assert_eq!(cut(24), ["hello\nhttps://a/#r2aaaa\nbbbb\n", "\nr2cccc\ndddd"]);
        assert_eq!(cut(1000), [text]);
        assert!(pieces("", 1).is_empty());
    }
}
