//! What is kept back so that no single shop can be recognised: parts that are too small, and as many more that they
//! cannot be worked out from the whole either.

/// The fewest respondents that anything is told of.
pub const FEWEST: u32 = 5;
/// The fewest that percentages, means and quantiles are told of.
pub const FEWEST_PERCENT: u32 = 10;

/// Which parts of a whole are kept back. What is kept back makes `fewest` together, or is nothing: else the whole less
/// all other parts would tell it.
pub fn kept_back(parts: &[u32], fewest: u32) -> Vec<bool> {
    kept_back_by(&[parts.to_vec()], fewest)
}

/// The same where each part has several numbers that all have to be guarded. They are given number by number.
pub(super) fn kept_back_by(numbers: &[Vec<u32>], fewest: u32) -> Vec<bool> {
    let mut kept = vec![false; numbers.first().map_or(0, Vec::len)];
    for parts in numbers {
        for (kept, part) in kept.iter_mut().zip(parts) {
            *kept |= (1..fewest).contains(part);
        }
    }
    // Each round keeps back one more.
    while let Some(next) = numbers.iter().find_map(|parts| also_kept(parts, &kept, fewest)) {
        if let Some(kept) = kept.get_mut(next) {
            *kept = true;
        }
    }
    kept
}

/// The next smallest part, if those kept back can be worked out without it.
fn also_kept(parts: &[u32], kept: &[bool], fewest: u32) -> Option<usize> {
    let sum: u32 = parts.iter().zip(kept).filter(|(_, kept)| **kept).map(|(part, _)| part).sum();
    if !(1..fewest).contains(&sum) {
        return None;
    }
    let others = parts.iter().zip(kept).enumerate().filter(|(_, (part, kept))| **part > 0 && !**kept);
    others.min_by_key(|(_, (part, _))| **part).map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn small_parts_take_the_next_smallest_with_them() {
        for (parts, expected) in [
            (vec![20, 30, 50], vec![false, false, false]),
            (vec![4, 30, 50], vec![true, true, false]),
            (vec![4, 1, 50], vec![true, true, false]),
            (vec![2, 1, 50, 7], vec![true, true, false, true]),
            (vec![3, 0, 0], vec![true, false, false]),
            (vec![3, 0, 9], vec![true, false, true]),
            (vec![2, 2, 0], vec![true, true, false]),
            (vec![0, 0], vec![false, false]),
            (vec![], vec![]),
        ] {
            assert_eq!(kept_back(&parts, 5), expected, "{parts:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_below_the_limit_can_be_seen_or_worked_out(parts in prop::collection::vec(0_u32..20, 0..6)) {
            let kept = kept_back(&parts, 5);
            let seen = |wanted: bool| parts.iter().zip(&kept).filter(move |(_, kept)| **kept == wanted).map(|(part, _)| *part);
            prop_assert!(seen(false).all(|part| part == 0 || part >= 5));
            let hidden: u32 = seen(true).sum();
            // Only when all together are fewer is less than that kept back; then nothing at all is told.
            prop_assert!(hidden == 0 || hidden >= 5 || seen(false).all(|part| part == 0));
        }
    }
}
