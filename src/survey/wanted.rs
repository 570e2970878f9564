//! Looking for words in the texts of questions, the way people type them.

/// Words that are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    words: Vec<Vec<char>>,
}

/// Wide and narrow letters, large and small ones, katakana and hiragana are the same to whoever looks for something.
fn plain(letter: char) -> char {
    let moved = |by: u32| char::from_u32(u32::from(letter).wrapping_sub(by)).unwrap_or(letter);
    match letter {
        '\u{FF01}'..='\u{FF5E}' => moved(0xFEE0).to_ascii_lowercase(),
        '\u{3000}' | '\t' | '\n' => ' ',
        'ァ'..='ヶ' => moved(0x60),
        letter => letter.to_ascii_lowercase(),
    }
}

impl Wanted {
    /// The words of a text, with spaces between.
    pub fn new(text: &str) -> Self {
        let letters: Vec<char> = text.chars().map(plain).collect();
        let words = letters.split(|letter| *letter == ' ').filter(|word| !word.is_empty());
        Self { words: words.map(<[char]>::to_vec).collect() }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether each of the words is in one of the texts.
    pub fn is_in<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> bool {
        let mut letters = Vec::new();
        for text in texts {
            letters.extend(text.chars().map(plain));
            letters.push('\n');
        }
        self.words.iter().all(|word| letters.windows(word.len()).any(|part| part == word.as_slice()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_typed() {
        let texts = ["2.1.3 パスワードの長さ", "Do you use HTTPS?"];
        for (wanted, expected) in [
            ("パスワード", true),
            ("ぱすわーど 長さ", true),
            ("ＨＴＴＰＳ", true),
            ("https　password", false),
            ("長さ do", true),
            ("長さDo", false),
            ("2.1.3", true),
            ("", true),
        ] {
            assert_eq!(Wanted::new(wanted).is_in(texts), expected, "{wanted}");
        }
        assert!(Wanted::new(" 　").is_empty() && !Wanted::new("a").is_empty());
    }
}
