//! What has been collected: one link for each respondent, of several states of one assessment the newest.

use crate::link;
use crate::link::{Glance, LinkError};
use crate::model::Questionnaire;
use std::collections::BTreeMap;

/// What became of a link that was offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offered {
    /// A respondent more.
    New,
    /// A newer state of one that was there, in its place now.
    Newer,
    /// The same as one that was there, or older.
    Known,
}

/// Why a link cannot be collected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Useless {
    /// It cannot be read.
    Link(LinkError),
    /// It holds no answers: a level, points, a request, a reply.
    NoAnswers,
    /// It is under a passphrase.
    Sealed,
}

/// One link for each respondent, in the order they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collection {
    kept: Vec<Kept>,
    places: BTreeMap<u64, usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Kept {
    day: Option<u16>,
    link: String,
}

impl Collection {
    /// Offers what follows the `#` of a link.
    ///
    /// # Errors
    /// [`Useless`] says why it has no place here.
    pub fn offer(&mut self, questionnaire: &Questionnaire, link: &str) -> Result<Offered, Useless> {
        match link::glance(questionnaire, link).map_err(Useless::Link)? {
            Glance::Answers { number, day } => Ok(self.take(number, day, link)),
            Glance::Other => Err(Useless::NoAnswers),
            Glance::Sealed => Err(Useless::Sealed),
        }
    }

    /// Of the same day, the one that came later is the newer one.
    fn take(&mut self, number: u32, day: Option<u16>, link: &str) -> Offered {
        let next = self.kept.len();
        let place = *self.places.entry(key(number, link)).or_insert(next);
        let Some(known) = self.kept.get_mut(place) else {
            self.kept.push(Kept { day, link: link.to_owned() });
            return Offered::New;
        };
        if known.link == link || day < known.day {
            return Offered::Known;
        }
        *known = Kept { day, link: link.to_owned() };
        Offered::Newer
    }

    /// How many respondents.
    pub fn len(&self) -> usize {
        self.kept.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// The links, in the order they came.
    pub fn links(&self) -> impl Iterator<Item = &str> {
        self.kept.iter().map(|kept| kept.link.as_str())
    }

    /// As it is stored: one link a line.
    pub fn write(&self) -> String {
        self.links().collect::<Vec<_>>().join("\n")
    }
}

/// States of one assessment share a number; of one that is not known only what is wholly the same is the same (FNV-1a).
fn key(number: u32, link: &str) -> u64 {
    if number > 0 {
        return u64::from(number);
    }
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    link.bytes().fold(0xCBF2_9CE4_8422_2325, mix) | 1 << 63
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_states_the_newest_counts() {
        let mut all = Collection::default();
        let mut check = |number, day, link: &str, expected| {
            assert_eq!(all.take(number, day, link), expected, "{link}");
        };
        check(7, Some(3), "a", Offered::New);
        check(7, Some(3), "a", Offered::Known);
        check(7, Some(2), "b", Offered::Known);
        check(7, None, "c", Offered::Known);
        check(7, Some(3), "d", Offered::Newer);
        check(7, Some(4), "e", Offered::Newer);
        check(8, None, "e", Offered::New);
        check(8, None, "f", Offered::Newer);
        check(0, None, "g", Offered::New);
        check(0, None, "g", Offered::Known);
        check(0, None, "h", Offered::New);
        assert_eq!(all.write(), "e\nf\ng\nh");
        assert_eq!((all.len(), all.is_empty()), (4, false));
    }
}
