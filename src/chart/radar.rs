//! A radar chart: one axis a chapter, clockwise from the top.

use super::angle::{ONE, sin_cos};
use crate::score::Permille;

/// A place in the drawing, in tenths of its units, y downwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// To the right.
    pub x: i64,
    /// Downwards.
    pub y: i64,
}

/// On which side of the drawing a point lies; labels grow away from the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Left of the middle.
    Left,
    /// Above or below the middle.
    Middle,
    /// Right of the middle.
    Right,
}

impl Point {
    /// Both numbers as SVG writes them: `-12.5`.
    pub fn written(self) -> [String; 2] {
        [self.x, self.y].map(|tenths| {
            let sign = if tenths < 0 { "-" } else { "" };
            format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
        })
    }

    /// The side it lies on; a tenth of the usual radius counts as the middle.
    pub fn side(self) -> Side {
        match self.x {
            x if x < -150 => Side::Left,
            x if x > 150 => Side::Right,
            _ => Side::Middle,
        }
    }
}

/// The geometry of a radar chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Radar {
    axes: usize,
    radius: i32,
}

impl Radar {
    /// A chart of so many axes; `radius` is the distance from the centre to the full score.
    pub fn new(axes: usize, radius: i32) -> Self {
        Self { axes, radius }
    }

    /// The place on an axis at a distance from the centre, 0–1000 permille of the radius (more is allowed, for labels).
    pub fn at(self, axis: usize, distance: Permille) -> Point {
        let (sin, cos) = sin_cos(axis, self.axes);
        // Tenths of units times permille: ten of a thousand is a hundred.
        let length = i64::from(self.radius) * i64::from(distance);
        let tenths = |part: i64| (length * part).wrapping_add(50 * ONE).div_euclid(100 * ONE);
        Point { x: tenths(sin), y: tenths(-cos) }
    }

    /// The points of a polygon as SVG writes them.
    pub fn polygon(self, values: impl IntoIterator<Item = Permille>) -> String {
        let mut points = String::new();
        for (axis, value) in values.into_iter().enumerate() {
            let [x, y] = self.at(axis, value).written();
            points.push_str(&x);
            points.push(',');
            points.push_str(&y);
            points.push(' ');
        }
        points.pop();
        points
    }

    /// A ring at one height, for the grid.
    pub fn ring(self, height: Permille) -> String {
        self.polygon(std::iter::repeat_n(height, self.axes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_run_clockwise_from_the_top() {
        let radar = Radar::new(4, 100);
        assert_eq!(radar.polygon([1000, 500, 1000, 0]), "0.0,-100.0 50.0,0.0 0.0,100.0 0.0,0.0");
        assert_eq!(radar.ring(105), "0.0,-10.5 10.5,0.0 0.0,10.5 -10.5,0.0");
        assert_eq!(
            [0, 1, 2, 3].map(|axis| radar.at(axis, 1000).side()),
            [Side::Middle, Side::Right, Side::Middle, Side::Left]
        );
    }
}
