//! How far two ordered scales go together: Goodman and Kruskal's gamma. Of all pairs of shops that differ on both scales,
//! the share in which the same shop stands higher on both, less the share in which it does not. It tells nothing about
//! what comes from what.

use super::layout::SelfView;

/// The fewest shops it is worked out of.
pub const FEWEST_PAIRS: u32 = 30;

/// How far two self-views go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Association {
    /// One of them.
    pub first: SelfView,
    /// The other.
    pub second: SelfView,
    /// How many gave both.
    pub base: u32,
    /// In thousandths, -1000 to 1000; `None` on a base below [`FEWEST_PAIRS`], or when no pair differs on both.
    pub gamma: Option<i16>,
}

/// Gamma of a table of counts in thousandths, a half away from 0. `rows` are the steps of one scale, their items those of
/// the other.
pub fn gamma(rows: &[Vec<u32>]) -> Option<i16> {
    let (mut alike, mut unlike) = (0_i128, 0_i128);
    for (place, row) in rows.iter().enumerate() {
        for (step, count) in row.iter().enumerate() {
            for later in rows.iter().skip(place + 1) {
                let before: i128 = later.iter().take(step).map(|other| i128::from(*other)).sum();
                let behind: i128 = later.iter().skip(step + 1).map(|other| i128::from(*other)).sum();
                unlike += i128::from(*count) * before;
                alike += i128::from(*count) * behind;
            }
        }
    }
    let all = alike + unlike;
    let doubled = ((alike - unlike) * 2000).abs() + all;
    let rounded = i16::try_from(doubled.checked_div(all * 2)?).ok()?;
    Some(if alike < unlike { -rounded } else { rounded })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gamma_of_small_tables() {
        for (rows, expected) in [
            (vec![vec![5, 0], vec![0, 5]], Some(1000)),
            (vec![vec![0, 5], vec![5, 0]], Some(-1000)),
            (vec![vec![5, 5], vec![5, 5]], Some(0)),
            (vec![vec![3, 1], vec![1, 3]], Some(800)),
            // 10·(20+30) + 4·30 = 620 alike, 5·(4+1) + 20·1 = 45 unlike.
            (vec![vec![10, 5], vec![4, 20], vec![1, 30]], Some(865)),
            (vec![vec![1, 2], vec![1, 1]], Some(-333)),
            (vec![vec![7, 0], vec![0, 0]], None),
            (vec![vec![1, 2, 3]], None),
            (vec![], None),
        ] {
            assert_eq!(gamma(&rows), expected, "{rows:?}");
        }
    }

    #[test]
    fn millions_of_shops_do_not_overflow() {
        let many = u32::MAX;
        assert_eq!(gamma(&[vec![many, 0, 0], vec![0, many, 0], vec![0, 0, many]]), Some(1000));
    }
}
