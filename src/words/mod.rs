//! What the page itself says. One struct, filled in once a language: the compiler proves both complete.

mod asking;
mod asking_en;
mod asking_ja;
mod collecting;
mod collecting_en;
mod collecting_ja;
mod data;
mod data_en;
mod data_ja;
mod en;
mod guide;
mod guide_en;
mod guide_ja;
mod ja;
mod sharing;
mod sharing_en;
mod sharing_ja;
mod standing;
mod standing_en;
mod standing_ja;
mod survey;
mod survey_en;
mod survey_ja;
mod surveyed;
mod surveyed_en;
mod surveyed_ja;

pub use asking::{AnswerAskWords, AskWords};
pub use collecting::CollectWords;
pub use data::{DataWords, EraseWords, ImportWords, RefusalWords, ReportWords, SaveWords, StoredWords};
pub use guide::{AsideWords, EmergencyWords, LevelWords, PacksWords, PapersWords, PlanWords};
pub use sharing::{ArriveWords, CompareWords, ShareWords, TakeoverWords};
pub use standing::StandingWords;
pub use survey::{Part, SurveyWords};
pub use surveyed::SurveyedWords;

use crate::model::Lang;

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Ja => &ja::JA,
        Lang::En => &en::EN,
    }
}

/// The words of the pages that arrive later, in a language. Only those pages may ask for them: then they arrive together.
pub fn later_words(lang: Lang) -> &'static LaterWords {
    match lang {
        Lang::Ja => &ja::LATER,
        Lang::En => &en::LATER,
    }
}

/// The words of the report of many shops, in a language. Apart from all others: few pages ever need them.
pub fn survey_words(lang: Lang) -> &'static SurveyWords {
    match lang {
        Lang::Ja => &survey_ja::SURVEY,
        Lang::En => &survey_en::SURVEY,
    }
}

/// A sentence with a number in it.
pub type Count = fn(u16) -> String;
/// A sentence with two numbers in it.
pub type Counts = fn(u16, u16) -> String;
/// A sentence with a text in it.
pub type About = fn(&str) -> String;

/// Every word of the first pages, by where it is said.
#[expect(missing_docs, reason = "the words themselves are in ja.rs and en.rs")]
#[derive(Debug)]
pub struct Words {
    pub page: PageWords,
    pub home: HomeWords,
    pub assess: AssessWords,
    pub answer: AnswerWords,
    pub storage: StorageWords,
}

/// Every word of the pages that arrive later.
#[expect(missing_docs, reason = "the words themselves are in ja.rs and en.rs")]
#[derive(Debug)]
pub struct LaterWords {
    pub collect: CollectWords,
    pub surveyed: SurveyedWords,
    pub packs: PacksWords,
    pub level: LevelWords,
    pub plan: PlanWords,
    pub aside: AsideWords,
    pub emergency: EmergencyWords,
    pub papers: PapersWords,
    pub review: ReviewWords,
    pub result: ResultWords,
    pub standing: StandingWords,
    pub share: ShareWords,
    pub arrive: ArriveWords,
    pub compare: CompareWords,
    pub ask: AskWords,
    pub answer_ask: AnswerAskWords,
    pub takeover: TakeoverWords,
    pub receive: ReceiveWords,
    pub about: AboutWords,
    pub data: DataWords,
}

/// Around every page.
#[expect(missing_docs, reason = "the words themselves are in ja.rs and en.rs")]
#[derive(Debug)]
pub struct PageWords {
    pub name: &'static str,
    pub brand: [&'static str; 2],
    pub promise: &'static str,
    pub skip: &'static str,
    pub other_language: &'static str,
    pub home: &'static str,
    pub about: &'static str,
    pub emergency: &'static str,
    pub navigation: &'static str,
    pub load_failed: &'static str,
    pub retry: &'static str,
    pub newer: &'static str,
    pub newer_now: &'static str,
    pub newer_later: &'static str,
    pub loading_title: &'static str,
    pub unknown_title: &'static str,
    pub unknown_text: &'static str,
    pub undo: &'static str,
    pub close: &'static str,
    pub title: About,
    pub error_title: About,
    pub error_summary: &'static str,
}

/// The list of assessments.
#[expect(missing_docs, reason = "the words themselves are in ja.rs and en.rs")]
#[derive(Debug)]
pub struct HomeWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub facts: [&'static str; 3],
    pub start: &'static str,
    pub mine: &'static str,
    pub none_yet: &'static str,
    pub resume: &'static str,
    pub result: &'static str,
    pub rename: &'static str,
    pub duplicate: &'static str,
    pub delete: &'static str,
    pub new_name: &'static str,
    pub save_name: &'static str,
    pub cancel: &'static str,
    pub name_needed: &'static str,
    pub default_name: About,
    pub copy_name: About,
    pub deleted: About,
    pub changed: About,
    pub open_title: &'static str,
    pub open_text: &'static str,
    pub open_link: &'static str,
    pub data: &'static str,
    pub actions_for: About,
}

/// Answering.
#[expect(missing_docs, reason = "the words themselves are in ja.rs and en.rs")]
#[derive(Debug)]
pub struct AssessWords {
    pub chapters_lead: &'static str,
    pub chapter: Count,
    pub progress: Counts,
    pub whole_progress: &'static str,
    pub chapter_progress: &'static str,
    pub continue_here: &'static str,
    pub start_here: &'static str,
    pub all_answered: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub next_open: &'static str,
    pub finish: &'static str,
    pub to_packs: &'static str,
    pub to_plan: &'static str,
    pub to_review: &'static str,
    pub to_result: &'static str,
    pub help: &'static str,
    pub why: &'static str,
    pub check: &'static str,
    pub evidence: &'static str,
    pub points: &'static str,
    pub chapter_points: &'static str,
    pub changed: &'static str,
    pub terms: &'static str,
    pub sources: &'static str,
    pub source_dates: fn(Option<&str>, &str) -> String,
    pub questions: &'static str,
    pub answered: &'static str,
    pub partly: &'static str,
    pub open: &'static str,
    pub not_asked: &'static str,
    pub set_aside: &'static str,
    pub set_aside_text: &'static str,
    pub bring_back: &'static str,
    pub shared_with: About,
    pub not_asked_title: &'static str,
    pub not_asked_text: &'static str,
    pub keys: &'static str,
    pub jump: &'static str,
}

/// Fields.
#[expect(missing_docs, reason = "the words themselves are in ja.rs and en.rs")]
#[derive(Debug)]
pub struct AnswerWords {
    pub na: &'static str,
    pub dk: &'static str,
    pub clear: &'static str,
    pub several: &'static str,
    pub other_text: &'static str,
    pub local_only: &'static str,
    pub note: &'static str,
    pub note_hint: &'static str,
    pub optional: &'static str,
    pub rows_missing: Count,
    pub row_missing: About,
    pub row_choose: &'static str,
    pub rows_go_on: &'static str,
    pub zone_names: [&'static str; 4],
    pub zone_parts: [&'static str; 5],
}

/// All answers on one page.
#[expect(missing_docs, reason = "the words themselves are in ja.rs and en.rs")]
#[derive(Debug)]
pub struct ReviewWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub change: &'static str,
    pub change_for: About,
    pub unanswered: &'static str,
    pub only_open: &'static str,
    pub nothing_open: &'static str,
    pub hidden: Count,
    pub other: About,
}

/// The result.
#[expect(missing_docs, reason = "the words themselves are in ja.rs and en.rs")]
#[derive(Debug)]
pub struct ResultWords {
    pub title: &'static str,
    pub score: &'static str,
    pub points: About,
    pub of_100: &'static str,
    pub range_text: Count,
    pub exact_text: &'static str,
    pub nothing_yet: &'static str,
    pub no_rating: &'static str,
    pub lowest: &'static str,
    pub highest: &'static str,
    pub open: &'static str,
    pub open_questions: Count,
    pub by_chapter: &'static str,
    pub by_chapter_text: &'static str,
    pub chapter: &'static str,
    pub by_view: &'static str,
    pub by_view_text: &'static str,
    pub view: &'static str,
    pub strongest: &'static str,
    pub weakest: &'static str,
    pub ranked_empty: &'static str,
    pub weaknesses: &'static str,
    pub weaknesses_text: &'static str,
    pub weaknesses_follow: &'static str,
    pub weaknesses_none: &'static str,
    pub step: About,
    pub print: &'static str,
    pub how: &'static str,
    pub how_text: &'static str,
    pub radar_label: &'static str,
    pub not_applicable: &'static str,
    pub as_of: About,
}

/// Getting a result.
#[expect(missing_docs, reason = "the words themselves are in ja.rs and en.rs")]
#[derive(Debug)]
pub struct ReceiveWords {
    pub title: &'static str,
    pub banner: &'static str,
    pub take_over: &'static str,
    pub take_over_text: &'static str,
    pub taken_name: &'static str,
    pub answers: &'static str,
    pub homeless: Count,
    pub open_title: &'static str,
    pub open_label: &'static str,
    pub open_hint: &'static str,
    pub open_button: &'static str,
    pub empty: &'static str,
    pub bad_title: &'static str,
    pub cut_off: &'static str,
    pub damaged: &'static str,
    pub too_long: &'static str,
    pub newer: &'static str,
    pub not_a_link: &'static str,
    pub other_questionnaire: &'static str,
    pub bad_safe: &'static str,
}

/// Keeping things.
#[expect(missing_docs, reason = "the words themselves are in ja.rs and en.rs")]
#[derive(Debug)]
pub struct StorageWords {
    pub saved: &'static str,
    pub not_saved: &'static str,
    pub blocked: &'static str,
    pub full: &'static str,
    pub damaged: About,
    pub newer: About,
    pub other_questionnaire: About,
    pub kept_aside: Count,
    pub emptied: &'static str,
    pub save_again: &'static str,
    pub gone_title: &'static str,
    pub gone_text: &'static str,
}

/// What this is.
#[expect(missing_docs, reason = "the words themselves are in ja.rs and en.rs")]
#[derive(Debug)]
pub struct AboutWords {
    pub title: &'static str,
    pub version: About,
    pub terms_title: &'static str,
    pub sources_title: &'static str,
}
