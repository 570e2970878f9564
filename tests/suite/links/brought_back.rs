//! Links and what the profile sets aside: it does not travel, unless it was brought back; then it comes back there.

use crate::aside::with_rules;
use crate::support::tiny::{answered, place};
use ec_checkup::flow::Flow;
use ec_checkup::link;

const MARKET: &str = "{ shop-kind = [\"B\"] }";

/// Under the rule for these targets, what is opened from the link of a sheet.
fn check(targets: &'static str, sent: &str, received: &str) {
    let questionnaire = with_rules(&[(targets, MARKET)]);
    let sheet = answered(&questionnaire, sent);
    let fragment = link::encode(&questionnaire, &sheet, &Flow::new(&questionnaire, &sheet));
    let expected = answered(&questionnaire, received);
    assert_eq!(link::decode(&questionnaire, &fragment), Ok((expected.clone(), 0)), "{sent}");
    let flow = Flow::new(&questionnaire, &expected);
    assert_eq!(link::encode(&questionnaire, &expected, &flow), fragment, "{sent}");
    for (ix, field) in questionnaire.fields().filter(|(ix, _)| expected.answer(*ix).is_some()) {
        assert!(flow.asks(ix), "{} is asked of whoever opens {sent}", field.id);
    }
}

#[test]
fn what_is_aside_stays_at_home() {
    check("field:lock", "shop-kind=B lock=A lock-often=B", "shop-kind=B lock-often=B");
    check("field:lock", "shop-kind=B lock=D lock-reasons=A", "shop-kind=B");
    check("field:lock", "shop-kind=A lock=D lock-reasons=A", "shop-kind=A lock=D lock-reasons=A");
}

#[test]
fn what_was_brought_back_travels() {
    check("field:lock", "shop-kind=B lock! lock=A", "shop-kind=B lock! lock=A");
    // Without an answer there is nothing to carry.
    check("field:lock", "shop-kind=B lock!", "shop-kind=B");
    // Where nothing is aside, nothing has to be brought back.
    check("field:lock", "shop-kind=A lock! lock=A", "shop-kind=A lock=A");
}

/// What follows is aside only once what it follows is back.
#[test]
fn follow_ups_come_back_as_well() {
    let whole = "question:lock";
    let both = "shop-kind=B lock! lock=D lock-reasons! lock-reasons=AB";
    check(whole, both, both);
    check(whole, "shop-kind=B lock! lock=D lock-reasons=AB", "shop-kind=B lock! lock=D");
    check(whole, "shop-kind=B lock=D lock-reasons! lock-reasons=AB", "shop-kind=B");
}

/// A link from before the profile asked anything.
#[test]
fn links_without_a_profile_open_as_ever() {
    check("chapter:doors", "lock=D lock-reasons=A lock-often=B", "lock=D lock-reasons=A lock-often=B");
    let questionnaire = with_rules(&[("chapter:doors", MARKET)]);
    let (sheet, homeless) = link::decode(&questionnaire, "r1CQHEDT57rA").unwrap();
    assert_eq!(homeless, 0);
    assert!(sheet.answer(place(&questionnaire, "lock")).is_some());
    assert!(questionnaire.fields().all(|(ix, _)| !sheet.is_back(ix)));
}
