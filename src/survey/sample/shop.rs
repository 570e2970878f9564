//! A made-up shop: how large it is, how mature, and which parts of the checkup it answers.

use super::random::Random;
use crate::model::PackIx;

/// What the answers of a shop hang together by.
pub(super) struct Shop {
    seed: u64,
    index: u64,
    /// 0 small, 1 medium, 2 large: what it is meant to be. Its profile is drawn by it.
    pub(super) size: usize,
    /// 0 to 1000: how far its security has come.
    maturity: i32,
    /// How much better it thinks of itself.
    optimism: i32,
}

/// Weights of the options of profile fields by size: small, medium, large. So sizes come out as they are meant.
const PROFILE: [(&str, [&[u16]; 3]); 6] = [
    ("shop-kind", [&[40, 40, 17, 3], &[20, 35, 35, 10], &[5, 20, 35, 40]]),
    ("sales-band", [&[60, 40], &[0, 10, 30, 40, 15, 5], &[0, 0, 0, 5, 25, 70]]),
    ("team-size", [&[55, 40, 5], &[5, 45, 45, 5], &[0, 10, 45, 45]]),
    ("system-people", [&[80, 20], &[45, 50, 5], &[5, 25, 70]]),
    ("server-count", [&[70, 30], &[35, 60, 5], &[5, 30, 65]]),
    ("card-flow", [&[20, 65, 13, 2], &[5, 60, 30, 5], &[2, 38, 50, 10]]),
];

/// How likely a pack is answered, in thousandths; those not named, by half.
const ANSWERED: [(&str, u32); 3] = [("profile", 1000), ("quick", 980), ("ecom", 850)];

impl Shop {
    pub(super) fn new(seed: u64, index: u64) -> Self {
        let mut random = Random::of(&[seed, index]);
        let size = random.weighted(&[55, 30, 15]);
        let usual = [400, 520, 680].get(size).copied().unwrap_or(500);
        let maturity = (usual + random.around(450)).clamp(0, 1000);
        Self { seed, index, size, maturity, optimism: 80 + random.around(300) }
    }

    /// Numbers for one thing of this shop.
    pub(super) fn random(&self, thing: &str) -> Random {
        Random::of(&[self.seed, self.index, name(thing)])
    }

    /// Weights of the options of a profile field.
    pub(super) fn profile(&self, field: &str) -> Option<&'static [u16]> {
        let (_, by_size) = PROFILE.iter().find(|(id, _)| *id == field)?;
        by_size.get(self.size).copied()
    }

    /// How many of the asked fields of a pack it answers, in thousandths.
    pub(super) fn diligence(&self, pack: PackIx, id: &str) -> u32 {
        let mut random = Random::of(&[self.seed, self.index, u64::from(pack.0), 1]);
        let likely = ANSWERED.iter().find(|(known, _)| *known == id).map_or(500, |(_, likely)| *likely);
        if !random.chance(likely) {
            return 0;
        }
        // Some get tired.
        if likely < 1000 && random.chance(80) { 300 + random.below(600) } else { 990 }
    }

    /// 0 to 1000: how well it stands in something. Shops differ from chapter to chapter, and some things are hard for all.
    pub(super) fn standing(&self, chapter: &str, thing: &str) -> i32 {
        let strength = self.random(chapter).around(200);
        let hard = |about: &str, width| Random::of(&[name(about)]).around(width);
        let own = self.random(thing).around(260);
        (self.maturity + strength + hard(chapter, 250) + hard(thing, 250) + own).clamp(0, 1000)
    }

    /// What it thinks of how it stands in a chapter.
    pub(super) fn opinion(&self, chapter: &str, thing: &str) -> i32 {
        let strength = self.random(chapter).around(200) / 2;
        (self.maturity + strength + self.optimism + self.random(thing).around(200)).clamp(0, 1000)
    }
}

fn name(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
    text.bytes().fold(0xCBF2_9CE4_8422_2325, step)
}
