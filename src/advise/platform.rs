//! What a shop sells on, by its profile.

use crate::answers::{Answer, Sheet};
use crate::model::{Platform, Questionnaire};

/// The platform of a shop; `None` until the profile tells.
pub fn platform(questionnaire: &Questionnaire, sheet: &Sheet) -> Option<Platform> {
    let letter = |id| match sheet.answer(questionnaire.field_named(id)?)? {
        Answer::One(code) => Some(code.letter()),
        _ => None,
    };
    match letter("shop-kind")? {
        'A' => Some(Platform::Mall),
        'B' => Some(Platform::Saas),
        'C' => match letter("site-platform")? {
            'A' | 'B' => Some(Platform::EcCube),
            'C' => Some(Platform::WooCommerce),
            _ => Some(Platform::Own),
        },
        _ => Some(Platform::Own),
    }
}
