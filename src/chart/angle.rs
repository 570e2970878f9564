//! Sine and cosine in whole numbers. Charts need a tenth of a unit; the floating-point functions and the code to print
//! their results would make the page 6 KiB (compressed) larger.

/// What stands for 1.
pub(super) const ONE: i64 = 1 << 20;
/// π.
const PI: i64 = 3_294_199;

/// Sine and cosine of a part of the full circle, in [`ONE`]s; exact to about a millionth.
pub(super) fn sin_cos(part: usize, of: usize) -> (i64, i64) {
    let (part, of) = (i64::try_from(part).unwrap_or(0), i64::try_from(of).unwrap_or(1).max(1));
    (sine(part, of, 0), sine(part, of, 1))
}

/// The sine of `part / of` of the circle plus so many quarters.
fn sine(part: i64, of: i64, quarters: i64) -> i64 {
    // In quarters of the circle; the series is used within ±1 quarter, where it converges at once.
    let angle = (4 * part * ONE / of + quarters * ONE).rem_euclid(4 * ONE);
    let folded = match angle {
        angle if angle <= ONE => angle,
        angle if angle <= 3 * ONE => 2 * ONE - angle,
        angle => angle - 4 * ONE,
    };
    let x = folded * PI / (2 * ONE);
    let square = x * x / ONE;
    let mut term = x;
    let mut sum = x;
    for n in 1..=6 {
        term = -term * square / ONE / ((2 * n) * (2 * n + 1));
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_floating_point() {
        for of in 1..40 {
            for part in 0..of {
                let angle = std::f64::consts::TAU * f64::from(part) / f64::from(of);
                let (sin, cos) = sin_cos(usize::try_from(part).unwrap(), usize::try_from(of).unwrap());
                for (ours, theirs) in [(sin, angle.sin()), (cos, angle.cos())] {
                    #[expect(clippy::cast_precision_loss, reason = "below 2^21")]
                    let ours = ours as f64 / ONE as f64;
                    assert!((ours - theirs).abs() < 2e-5, "{part}/{of}: {ours} {theirs}");
                }
            }
        }
    }
}
