//! Parts of pages.

mod bars;
mod copying;
mod field;
mod header;
mod help;
mod matrix;
mod note;
mod notices;
mod options;
mod pair_radar;
mod progress;
mod radar;
mod range;
mod trouble;
mod zones;

pub(super) use bars::{column, figures, number, view_bars};
pub(super) use copying::{copy_box, copy_button};
pub(super) use field::{field_view, handed_field, press_letter};
pub(super) use header::{footer, header};
pub(super) use help::{
    folded_sources, glossary, list, question_help, question_link, source_list, sources_of, steps, terms_of,
};
pub(super) use matrix::row_id;
pub(super) use note::{note_box, note_box_with};
pub(super) use notices::findings;
pub(super) use options::input;
pub(super) use pair_radar::{pair_radar, trend};
pub(super) use progress::{live_progress_bar, progress_bar};
pub(super) use radar::chapter_radar;
pub(super) use range::{range_bar, range_text, score_range};
pub(super) use trouble::{bad_link, error_summary};
