//! Putting short lists in order.

/// Puts an item behind all those that stay before it. The list must already be in that order.
///
/// For lists of a hundred at most: the standard sorts would add 3 KiB to the page for every type they are used with.
pub(crate) fn insert_where<T>(list: &mut Vec<T>, item: T, stays_before: impl Fn(&T) -> bool) {
    let place = list.iter().take_while(|other| stays_before(other)).count();
    list.insert(place, item);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_end_up_in_order_and_equal_ones_as_they_came() {
        let mut list = Vec::new();
        for item in [(2, 'a'), (1, 'b'), (2, 'c'), (3, 'd'), (1, 'e')] {
            insert_where(&mut list, item, |other| other.0 <= item.0);
        }
        assert_eq!(list, [(1, 'b'), (1, 'e'), (2, 'a'), (2, 'c'), (3, 'd')]);
    }
}
