//! Who does what an advice says, how long it takes and what it costs can differ by what the shop sells on.

use super::guide;
use crate::support::repository;
use ec_checkup::content::author::{Folder, build};
use ec_checkup::model::{Advice, Platform, Who};

/// An advice of the tiny questionnaire that a vendor follows, with this said of a mall.
fn with(variant: &str) -> Advice {
    let mut folder = Folder::read(&repository("tests/tiny")).unwrap();
    let file = folder.files.get_mut("advice/locks.toml").unwrap();
    let text = "variant.mall.ja = \"モールで\"\nvariant.mall.en = \"In a mall\"\n";
    *file = file.replace("findings = [", &format!("{text}{variant}findings = ["));
    let compiled = build(&folder).unwrap_or_else(|faults| panic!("{faults}"));
    compiled.guide.advice.into_iter().find(|advice| advice.id == "new-lock").unwrap()
}

#[test]
fn a_variant_may_say_who_and_how_much() {
    let (mall, saas) = (Some(Platform::Mall), Some(Platform::Saas));
    let advice = with("");
    for platform in [None, mall, saas] {
        assert_eq!(advice.who_on(platform), Who::Vendor);
        assert_eq!((advice.hours_on(platform), advice.cost_on(platform)), (2, 2));
        assert!(advice.vendor_on(platform).is_some());
    }
    let advice = with("variant.mall.who = \"owner\"\nvariant.mall.hours = 1\nvariant.mall.cost = 0\n");
    for (platform, who, hours, cost) in
        [(None, Who::Vendor, 2, 2), (saas, Who::Vendor, 2, 2), (mall, Who::Owner, 1, 0)]
    {
        assert_eq!(advice.who_on(platform), who);
        assert_eq!((advice.hours_on(platform), advice.cost_on(platform)), (hours, cost));
        // Nobody is to be asked for what the shop does itself.
        assert_eq!(advice.vendor_on(platform).is_some(), who != Who::Owner);
    }
    assert_eq!(with("variant.mall.who = \"host\"\n").who_on(mall), Who::Host);
    assert!(with("variant.mall.who = \"host\"\n").vendor_on(mall).is_some());
}

/// What the shop sends to itself is a text for somebody else to send back: it stays.
#[test]
fn where_the_shop_does_it_everywhere_its_text_stays() {
    let asks = guide().advice.iter().filter(|advice| advice.who == Who::Owner && advice.vendor.is_some());
    let asks: Vec<&Advice> = asks.collect();
    assert!(asks.len() > 10, "{}", asks.len());
    assert!(asks.iter().all(|advice| advice.vendor_on(Some(Platform::Own)).is_some()));
}

/// Who rents a mall's place or a cart has nobody who built the site: what is left to do there, the shop does.
#[test]
fn in_a_mall_and_on_a_cart_a_variant_says_who_is_left() {
    let mut wrong = Vec::new();
    for advice in guide().advice.iter().filter(|advice| advice.who == Who::Vendor) {
        for platform in [Platform::Mall, Platform::Saas] {
            if let Some(variant) = advice.variant(Some(platform))
                && variant.who.is_none()
                // A cart's shop may order changes of its theme from a maker of its own.
                && advice.id != "order-with-conditions"
            {
                wrong.push(format!("{} on {platform:?}", advice.id));
            }
        }
    }
    crate::support::none_wrong(&wrong);
}
