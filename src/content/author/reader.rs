//! Reading TOML key by key. Serde would stop at the first fault and know no line; an author wants all of them, each with one.

use super::fault::{At, Faults};
use super::source::Text;
use std::cell::RefCell;
use std::collections::BTreeSet;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One file being read.
pub(super) struct File<'a> {
    name: &'a str,
    line_ends: Vec<usize>,
    faults: &'a RefCell<Faults>,
}

/// One table being read. Keys nobody asked for are faults when it is dropped by [`Table::done`].
pub(super) struct Table<'a> {
    file: &'a File<'a>,
    content: &'a DeTable<'a>,
    at: At,
    used: RefCell<BTreeSet<String>>,
}

impl<'a> File<'a> {
    pub(super) fn new(name: &'a str, text: &str, faults: &'a RefCell<Faults>) -> Self {
        let line_ends =
            text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect();
        Self { name, line_ends, faults }
    }

    pub(super) fn at(&self, offset: usize) -> At {
        At { file: self.name.to_owned(), line: self.line_ends.partition_point(|end| *end < offset) + 1 }
    }

    pub(super) fn fault(&self, at: &At, reason: impl Into<String>) {
        self.faults.borrow_mut().add(at, reason);
    }

    pub(super) fn root(&'a self, root: &'a Spanned<DeTable<'a>>) -> Table<'a> {
        Table { file: self, content: root.get_ref(), at: self.at(0), used: RefCell::default() }
    }
}

impl<'a> Table<'a> {
    pub(super) fn fault(&self, reason: impl Into<String>) {
        self.file.fault(&self.at, reason);
    }

    /// Where a key's value stands.
    pub(super) fn at_key(&self, key: &str) -> At {
        self.content.get(key).map_or_else(|| self.at.clone(), |value| self.file.at(value.span().start))
    }

    fn get(&self, key: &str) -> Option<(&'a DeValue<'a>, At)> {
        self.used.borrow_mut().insert(key.to_owned());
        let table: &'a DeTable<'a> = self.content;
        table.get(key).map(|value| (value.get_ref(), self.file.at(value.span().start)))
    }

    pub(super) fn keys(&self) -> Vec<&'a str> {
        self.content.keys().map(|key| key.get_ref().as_ref()).collect()
    }

    fn wrong(&self, at: &At, key: &str, expected: &str, found: &DeValue<'_>) {
        self.file.fault(at, format!("`{key}` must be {expected}, not {}", found.type_str()));
    }

    pub(super) fn string(&self, key: &str) -> Option<(String, At)> {
        let (value, at) = self.get(key)?;
        if let DeValue::String(text) = value {
            return Some((text.clone().into_owned(), at));
        }
        self.wrong(&at, key, "a text", value);
        None
    }

    pub(super) fn required_string(&self, key: &str) -> (String, At) {
        if !self.content.contains_key(key) {
            self.fault(format!("`{key}` is missing"));
        }
        self.string(key).unwrap_or_default()
    }

    pub(super) fn integer(&self, key: &str) -> Option<(i64, At)> {
        let (value, at) = self.get(key)?;
        let number =
            value.as_integer().and_then(|digits| i64::from_str_radix(digits.as_str(), digits.radix()).ok());
        if number.is_none() {
            self.wrong(&at, key, "a whole number", value);
        }
        number.map(|number| (number, at))
    }

    pub(super) fn boolean(&self, key: &str) -> Option<bool> {
        let (value, at) = self.get(key)?;
        if value.as_bool().is_none() {
            self.wrong(&at, key, "true or false", value);
        }
        value.as_bool()
    }

    /// `true` and a text in both languages are both allowed for `na` and `dk`.
    pub(super) fn boolean_or_text(&self, key: &str) -> (bool, Option<Text>) {
        match self.content.get(key).map(Spanned::get_ref) {
            None => (false, None),
            Some(DeValue::Table(_)) => (true, self.text(key)),
            Some(_) => (self.boolean(key).unwrap_or(false), None),
        }
    }

    /// A list of whole numbers.
    pub(super) fn integers(&self, key: &str) -> Vec<i64> {
        let Some((value, at)) = self.get(key) else { return Vec::new() };
        let Some(list) = value.as_array() else {
            self.wrong(&at, key, "a list of whole numbers", value);
            return Vec::new();
        };
        let number = |item: &DeValue<'_>| {
            item.as_integer().and_then(|digits| i64::from_str_radix(digits.as_str(), digits.radix()).ok())
        };
        list.iter().filter_map(|item| number(item.get_ref())).collect()
    }

    /// `{ ja = …, en = … }` items that may carry references to the inventories.
    pub(super) fn texts_with_refs(&self, key: &str) -> Vec<Text> {
        let read = |table: Table<'a>| {
            table.strings("ref");
            let text = table.languages();
            table.done();
            text
        };
        self.tables(key).into_iter().map(read).collect()
    }

    pub(super) fn strings(&self, key: &str) -> Vec<(String, At)> {
        let Some((value, at)) = self.get(key) else { return Vec::new() };
        let Some(list) = value.as_array() else {
            self.wrong(&at, key, "a list of texts", value);
            return Vec::new();
        };
        let mut strings = Vec::new();
        for item in list {
            let at = self.file.at(item.span().start);
            match item.get_ref().as_str() {
                Some(text) => strings.push((text.to_owned(), at)),
                None => self.wrong(&at, key, "a list of texts", item.get_ref()),
            }
        }
        strings
    }

    pub(super) fn table(&self, key: &str) -> Option<Table<'a>> {
        let (value, at) = self.get(key)?;
        if let DeValue::Table(table) = value {
            return Some(Table { file: self.file, content: table, at, used: RefCell::default() });
        }
        self.wrong(&at, key, "a table", value);
        None
    }

    pub(super) fn tables(&self, key: &str) -> Vec<Table<'a>> {
        let Some((value, at)) = self.get(key) else { return Vec::new() };
        let Some(list) = value.as_array() else {
            self.wrong(&at, key, "a list", value);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in list {
            let at = self.file.at(item.span().start);
            match item.get_ref() {
                DeValue::Table(table) => {
                    tables.push(Table { file: self.file, content: table, at, used: RefCell::default() });
                }
                other => self.wrong(&at, key, "a list of tables", other),
            }
        }
        tables
    }

    /// A text in both languages under a key.
    pub(super) fn text(&self, key: &str) -> Option<Text> {
        let table = self.table(key)?;
        let text = table.languages();
        table.done();
        Some(text)
    }

    pub(super) fn required_text(&self, key: &str) -> Text {
        if !self.content.contains_key(key) {
            self.fault(format!("`{key}` is missing: `{key}.ja` and `{key}.en`"));
        }
        self.text(key).unwrap_or_default()
    }

    /// A list of texts in both languages.
    pub(super) fn texts(&self, key: &str) -> Vec<Text> {
        let read = |table: Table<'a>| {
            let text = table.languages();
            table.done();
            text
        };
        self.tables(key).into_iter().map(read).collect()
    }

    /// The `ja` and `en` of this table.
    pub(super) fn languages(&self) -> Text {
        let (ja, at) = self.required_string("ja");
        let (en, en_at) = self.required_string("en");
        Text { ja, en, at, en_at }
    }

    /// Reports keys that nobody asked for: most of them are slips of the pen.
    pub(super) fn done(&self) {
        let used = self.used.borrow();
        for (key, value) in self.content {
            if !used.contains(key.get_ref().as_ref()) {
                let at = self.file.at(value.span().start);
                self.file.fault(&at, format!("`{}` is not a key that belongs here", key.get_ref()));
            }
        }
    }
}
