//! Bars: counts laid side by side along a line, or each from its beginning.

/// A stretch of a bar: where it begins, and how long it is, in the units of the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// From the left.
    pub from: u32,
    /// To the right.
    pub length: u32,
}

fn place(count: u64, base: u64, width: u32) -> u32 {
    let rounded = (count * u64::from(width) * 2 + base).checked_div(base * 2).unwrap_or(0);
    u32::try_from(rounded).unwrap_or(width).min(width)
}

/// Counts one behind the other on a line as long as the base. Ends are rounded, not lengths: so nothing is left between
/// them, and counts that make up the base fill the line.
pub fn stacked(counts: &[u32], base: u32, width: u32) -> Vec<Stretch> {
    let mut before = 0_u64;
    let mut stretches = Vec::with_capacity(counts.len());
    for count in counts {
        let from = place(before, base.into(), width);
        before += u64::from(*count);
        stretches.push(Stretch { from, length: place(before, base.into(), width) - from });
    }
    stretches
}

/// A count on a line as long as the base.
pub fn bar(count: u32, base: u32, width: u32) -> Stretch {
    Stretch { from: 0, length: place(count.into(), base.into(), width) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_fill_the_line() {
        let check = |counts: &[u32], base: u32, expected: &[(u32, u32)]| {
            let found: Vec<(u32, u32)> =
                stacked(counts, base, 100).iter().map(|part| (part.from, part.length)).collect();
            assert_eq!(found, expected, "{counts:?} of {base}");
        };
        check(&[1, 1, 1], 3, &[(0, 33), (33, 34), (67, 33)]);
        check(&[0, 7, 0], 7, &[(0, 0), (0, 100), (100, 0)]);
        check(&[1, 2], 6, &[(0, 17), (17, 33)]);
        check(&[3], 0, &[(0, 0)]);
        assert_eq!(
            [bar(1, 8, 100).length, bar(9, 8, 100).length, bar(u32::MAX, u32::MAX, 100).length],
            [13, 100, 100]
        );
    }
}
