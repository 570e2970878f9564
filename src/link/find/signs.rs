//! Single characters of a text, after what mailers, chats, forms and people did to them is undone: percent encoding (once
//! or more often), quoted-printable, HTML entities, escapes of JSON and Markdown, wide letters.

/// A character as it was meant, and where the text goes on behind it.
pub(super) type Sign = (char, usize);

/// Percent signs that were encoded again and again are followed so far.
const ROUNDS: usize = 8;

/// The character at a place, whatever stands for it there.
pub(super) fn sign(text: &str, at: usize) -> Option<Sign> {
    let (char, next) = plain(text, at)?;
    let meant = match char {
        '%' => encoded(text, next, '%'),
        '=' => encoded(text, next, '='),
        '&' => entity(text, next),
        '\\' => escaped(text, next),
        _ => None,
    };
    Some(meant.map_or((char, next), |(meant, next)| (narrow(meant), next)))
}

/// The character at a place as it stands there. What cannot be seen, and the soft line ends of quoted-printable, are
/// passed over.
pub(super) fn plain(text: &str, mut at: usize) -> Option<Sign> {
    loop {
        // Nearly all there is: it stands for itself.
        let byte = *text.as_bytes().get(at)?;
        if byte.is_ascii() && byte != b'=' {
            return Some((char::from(byte), at + 1));
        }
        let char = text.get(at..)?.chars().next()?;
        let next = at + char.len_utf8();
        let line = if char == '=' { soft_end(text, next) } else { None };
        match line {
            Some(line) => at = line,
            None if is_invisible(char) => at = next,
            None => return Some((narrow(char), next)),
        }
    }
}

/// Where the next line begins, if nothing but spaces is before it. What was quoted-printable twice has `=3D` for `=`.
fn soft_end(text: &str, mut at: usize) -> Option<usize> {
    for _ in 0..ROUNDS {
        at += if text.get(at..)?.starts_with("3D") { 2 } else { break };
    }
    let rest = text.get(at..)?;
    let spaces = rest.bytes().take(80).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let line = rest.get(spaces..)?;
    let end = ["\r\n", "\n", "\r"].into_iter().find(|end| line.starts_with(end))?;
    Some(at + spaces + end.len())
}

/// What takes no room: zero-width characters, marks of direction, soft hyphens, variation selectors.
pub(super) fn is_invisible(char: char) -> bool {
    matches!(char,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Wide characters as narrow ones, and what looks like a hyphen as one.
fn narrow(char: char) -> char {
    match char {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(char) - 0xFEE0).unwrap_or(char),
        '\u{3000}' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' => ' ',
        '\u{2028}' | '\u{2029}' | '\u{85}' => '\n',
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2212}' | '\u{FE63}' | 'ー' | 'ｰ' => '-',
        char => char,
    }
}

/// A hexadecimal digit, although the line may end before it.
fn hex(text: &str, at: usize) -> Option<(u8, usize)> {
    let (mut char, mut next) = plain(text, at)?;
    if matches!(char, '\r' | '\n') {
        for _ in 0..80 {
            if !matches!(char, '\r' | '\n' | ' ' | '\t' | '>') {
                break;
            }
            (char, next) = plain(text, next)?;
        }
    }
    Some((u8::try_from(char.to_digit(16)?).ok()?, next))
}

/// A byte in hexadecimal digits.
pub(super) fn hex_pair(text: &str, at: usize) -> Option<(u8, usize)> {
    let (high, at) = hex(text, at)?;
    let (low, at) = hex(text, at)?;
    Some((high << 4 | low, at))
}

/// The byte behind a percent sign, which may itself be encoded: `23`, `2523`.
fn byte(text: &str, mut at: usize, mark: char) -> Option<(u8, usize)> {
    for _ in 0..ROUNDS {
        let (byte, next) = hex_pair(text, at)?;
        let again = mark == '%' && byte == b'%' && hex_pair(text, next).is_some();
        if !again {
            return Some((byte, next));
        }
        at = next;
    }
    None
}

/// A character of one byte or of several: `%E3%80%82`.
fn encoded(text: &str, at: usize, mark: char) -> Option<Sign> {
    let (first, mut at) = byte(text, at, mark)?;
    let mut bytes = vec![first];
    let more = match first {
        0xC0..0xE0 => 1,
        0xE0..0xF0 => 2,
        0xF0.. => 3,
        _ => 0,
    };
    for _ in 0..more {
        let (char, next) = plain(text, at)?;
        if char != mark {
            return None;
        }
        let (byte, next) = byte(text, next, mark)?;
        bytes.push(byte);
        at = next;
    }
    Some((std::str::from_utf8(&bytes).ok()?.chars().next()?, at))
}

/// The HTML entities that can stand in or around a link.
const ENTITIES: [(&str, char); 13] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("nbsp", ' '),
    ("num", '#'),
    ("percnt", '%'),
    ("lowbar", '_'),
    ("hyphen", '-'),
    ("dash", '-'),
    ("shy", '\u{AD}'),
    ("ZeroWidthSpace", '\u{200B}'),
    ("NewLine", '\n'),
];

/// What an entity stands for; its ampersand may be one: `&amp;#35;`.
fn entity(text: &str, at: usize) -> Option<Sign> {
    let mut found = one_entity(text, at)?;
    for _ in 0..ROUNDS {
        match found {
            ('&', next) => match one_entity(text, next) {
                Some(meant) => found = meant,
                None => break,
            },
            _ => break,
        }
    }
    Some(found)
}

fn one_entity(text: &str, at: usize) -> Option<Sign> {
    let rest = text.get(at..)?;
    let length = rest.bytes().take(16).position(|byte| byte == b';')?;
    let name = rest.get(..length)?;
    let char = match (name.strip_prefix("#x").or(name.strip_prefix("#X")), name.strip_prefix('#')) {
        (Some(digits), _) => char::from_u32(u32::from_str_radix(digits, 16).ok()?)?,
        (_, Some(digits)) => char::from_u32(digits.parse().ok()?)?,
        _ => ENTITIES.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((char, at + length + 1))
}

/// What a backslash does in JSON and Markdown.
fn escaped(text: &str, at: usize) -> Option<Sign> {
    let (char, mut next) = plain(text, at)?;
    match char {
        'n' | 'r' => Some(('\n', next)),
        't' => Some((' ', next)),
        '-' | '_' | '#' | '/' | '"' | '&' | '*' => Some((char, next)),
        'u' => {
            let mut code = 0;
            for _ in 0..2 {
                let (byte, behind) = hex_pair(text, next)?;
                code = code << 8 | u32::from(byte);
                next = behind;
            }
            Some((char::from_u32(code)?, next))
        }
        _ => None,
    }
}
