//! A reader of JSON for files. Unlike the browser's own it says where a file is broken, needs no step between the browser
//! and the program for every value, and has limits: a file cannot make the page run out of memory.

use crate::answers::Json;

/// Why a text is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It ends in the middle.
    CutOff,
    /// It is no JSON from here on: line and column, from 1.
    Broken(usize, usize),
    /// Nested deeper than it may be.
    TooDeep,
    /// More values than any file of ours has.
    TooMany,
}

/// Values in a file. One of 20 MB written by this page has about a million.
const MOST: u32 = 1_500_000;
/// Names in one object. There are some hundred questions.
const MOST_NAMES: usize = 4_000;

/// Reads a text that is nested `deepest` values deep at most.
///
/// # Errors
/// [`Fault`] says what is wrong.
pub fn parse(text: &str, deepest: u8) -> Result<Json, Fault> {
    let mut reader = Reader { text, at: 0, left: MOST };
    let json = reader.value(deepest)?;
    reader.space();
    if reader.at < text.len() { Err(reader.broken()) } else { Ok(json) }
}

struct Reader<'a> {
    text: &'a str,
    /// The next byte.
    at: usize,
    /// How many values may still come.
    left: u32,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Result<u8, Fault> {
        let byte = self.peek().ok_or(Fault::CutOff)?;
        self.at += 1;
        Ok(byte)
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// What is wrong at the next byte.
    fn broken(&self) -> Fault {
        let Some(before) = self.text.get(..self.at) else { return Fault::Broken(1, 1) };
        if self.peek().is_none() {
            return Fault::CutOff;
        }
        let line = before.rsplit('\n').next().unwrap_or_default();
        Fault::Broken(before.matches('\n').count() + 1, line.chars().count() + 1)
    }

    /// What is wrong at the byte just read.
    fn broken_before(&mut self) -> Fault {
        self.at -= 1;
        self.broken()
    }

    fn value(&mut self, deepest: u8) -> Result<Json, Fault> {
        let deeper = deepest.checked_sub(1).ok_or(Fault::TooDeep)?;
        self.left = self.left.checked_sub(1).ok_or(Fault::TooMany)?;
        self.space();
        match self.next()? {
            b'{' => self.object(deeper),
            b'[' => self.list(deeper),
            b'"' => self.string().map(Json::Text),
            b't' => self.word("rue", Json::Bool(true)),
            b'f' => self.word("alse", Json::Bool(false)),
            b'n' => self.word("ull", Json::Null),
            first @ (b'-' | b'0'..=b'9') => self.number(first),
            _ => Err(self.broken_before()),
        }
    }

    fn object(&mut self, deeper: u8) -> Result<Json, Fault> {
        let mut parts: Vec<(String, Json)> = Vec::new();
        self.space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Json::Object(parts));
        }
        loop {
            self.space();
            if self.next()? != b'"' {
                return Err(self.broken_before());
            }
            let name = self.string()?;
            self.space();
            if self.next()? != b':' {
                return Err(self.broken_before());
            }
            parts.push((name, self.value(deeper)?));
            if parts.len() > MOST_NAMES {
                return Err(Fault::TooMany);
            }
            if self.ends(b'}')? {
                break;
            }
        }
        // With a name twice nobody could say which of both is meant.
        if has_twins(&parts) { Err(self.broken_before()) } else { Ok(Json::Object(parts)) }
    }

    fn list(&mut self, deeper: u8) -> Result<Json, Fault> {
        let mut items = Vec::new();
        self.space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Json::List(items));
        }
        loop {
            items.push(self.value(deeper)?);
            if self.ends(b']')? {
                return Ok(Json::List(items));
            }
        }
    }

    /// After an item: whether the last bracket follows; otherwise a comma must.
    fn ends(&mut self, last: u8) -> Result<bool, Fault> {
        self.space();
        match self.next()? {
            b',' => Ok(false),
            byte if byte == last => Ok(true),
            _ => Err(self.broken_before()),
        }
    }

    fn word(&mut self, rest: &str, value: Json) -> Result<Json, Fault> {
        for byte in rest.bytes() {
            if self.next()? != byte {
                return Err(self.broken_before());
            }
        }
        Ok(value)
    }

    /// A number, which stays as it is written.
    fn number(&mut self, first: u8) -> Result<Json, Fault> {
        let start = self.at - 1;
        let whole = if first == b'-' { self.next()? } else { first };
        match whole {
            b'0' => {}
            b'1'..=b'9' => self.digits(),
            _ => return Err(self.broken_before()),
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.some_digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.some_digits()?;
        }
        Ok(Json::Number(self.text.get(start..self.at).unwrap_or_default().to_owned()))
    }

    fn digits(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
    }

    fn some_digits(&mut self) -> Result<(), Fault> {
        if !self.next()?.is_ascii_digit() {
            return Err(self.broken_before());
        }
        self.digits();
        Ok(())
    }

    /// The rest of a text, after its first quote.
    fn string(&mut self) -> Result<String, Fault> {
        let mut text = String::new();
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| byte != b'"' && byte != b'\\' && byte >= b' ') {
                self.at += 1;
            }
            // It ends before a byte of its own, so between characters.
            text.push_str(self.text.get(start..self.at).unwrap_or_default());
            match self.next()? {
                b'"' => return Ok(text),
                b'\\' => text.push(self.escape()?),
                _ => return Err(self.broken_before()),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        Ok(match self.next()? {
            letter @ (b'"' | b'\\' | b'/') => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.unit()?;
                let pair = (0xD800..0xDC00).contains(&first) && self.follows("\\u");
                if !pair {
                    return Ok(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER));
                }
                let here = self.at;
                self.at += 2;
                let second = self.unit()?;
                if (0xDC00..0xE000).contains(&second) {
                    let code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
                } else {
                    // Half a pair; what follows it is a character by itself.
                    self.at = here;
                    char::REPLACEMENT_CHARACTER
                }
            }
            _ => return Err(self.broken_before()),
        })
    }

    fn follows(&self, text: &str) -> bool {
        self.text.get(self.at..).is_some_and(|rest| rest.starts_with(text))
    }

    fn unit(&mut self) -> Result<u32, Fault> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = char::from(self.next()?).to_digit(16).ok_or_else(|| self.broken_before())?;
            unit = unit * 16 + digit;
        }
        Ok(unit)
    }
}

/// Whether a name stands twice: by a table of hashes, because looking at all pairs would take seconds where somebody means
/// harm, and the standard library's sorts and sets would make the page kilobytes larger.
fn has_twins(parts: &[(String, Json)]) -> bool {
    let size = (parts.len() * 2).next_power_of_two();
    let mut table: Vec<Option<&str>> = vec![None; size];
    for (name, _) in parts {
        // FNV-1a.
        let hash = name
            .bytes()
            .fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let mut place = usize::try_from(hash).unwrap_or(0) & (size - 1);
        while let Some(Some(known)) = table.get(place) {
            if known == name {
                return true;
            }
            place = (place + 1) & (size - 1);
        }
        if let Some(slot) = table.get_mut(place) {
            *slot = Some(name);
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> Option<Fault> {
        parse(text, 8).err()
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        for text in
            ["", " ", "{", "[1,", "{\"a\":", "\"a", "\"a\\", "\"\\u12", "tru", "-", "1.", "1e", "{\"a\":1"]
        {
            assert_eq!(fault(text), Some(Fault::CutOff), "{text}");
        }
        for (text, line, column) in [
            ("x", 1, 1),
            ("{}x", 1, 3),
            ("{\n  \"あ\": 1,\n  \"い\" 2}", 3, 7),
            ("[1 2]", 1, 4),
            ("[1,]", 1, 4),
            ("{,}", 1, 2),
            ("{\"a\":1,}", 1, 8),
            ("{a:1}", 1, 2),
            ("trux", 1, 4),
            ("01", 1, 2),
            ("+1", 1, 1),
            ("-x", 1, 2),
            ("1.x", 1, 3),
            ("1ex", 1, 3),
            ("\"\n\"", 1, 2),
            ("\"\\x\"", 1, 3),
            ("\"\\u12x4\"", 1, 6),
            ("{\"a\":1,\"b\":2,\"a\":3}", 1, 19),
            ("\u{FEFF}1", 1, 1),
        ] {
            assert_eq!(fault(text), Some(Fault::Broken(line, column)), "{text}");
        }
    }

    #[test]
    fn there_are_limits() {
        let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(fault(&nested(7)), None);
        assert_eq!(fault(&nested(8)), Some(Fault::TooDeep));
        assert_eq!(fault(&"[".repeat(1_000_000)), Some(Fault::TooDeep));
        assert_eq!(fault(&format!("[{}1]", "1,".repeat(1_600_000))), Some(Fault::TooMany));
        let names = |count: u32| {
            let parts: Vec<String> = (0..count).map(|nr| format!("\"{nr}\":1")).collect();
            format!("{{{}}}", parts.join(","))
        };
        assert_eq!(fault(&names(4_000)), None);
        assert_eq!(fault(&names(4_001)), Some(Fault::TooMany));
    }

    #[test]
    fn texts_are_unescaped() {
        let check = |text: &str, expected: &str| {
            assert_eq!(parse(text, 1), Ok(Json::Text(expected.to_owned())), "{text}");
        };
        check(r#""\"\\\/\b\f\n\r\tA\u0041\u3042""#, "\"\\/\u{8}\u{C}\n\r\tAAあ");
        check(r#""\ud83d\ude00\uD83D""#, "😀\u{FFFD}");
        check(r#""\ud83dx\ude00\ud83d\u0041""#, "\u{FFFD}x\u{FFFD}\u{FFFD}A");
        check("\"店\u{7F}\"", "店\u{7F}");
    }

    #[test]
    fn numbers_stay_as_they_are_written() {
        for text in ["0", "-0", "12", "-1.50", "1e5", "1E+05", "123456789012345678901234567890"] {
            assert_eq!(parse(text, 1), Ok(Json::Number(text.to_owned())));
        }
    }
}
