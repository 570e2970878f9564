//! What is on the page, as files for other programs: the plan as a table, a checklist, a calendar; answers as a table; a
//! result as a report. All words come from the caller; all texts are treated as if
//! somebody had written them to do harm, because notes can come out of a file that somebody sent.

mod csv;
mod ics;
mod markdown;
mod report;

pub use csv::{answers_csv, csv, table};
pub use ics::{Calendar, ics};
pub use markdown::markdown;
pub use report::{Block, report};

/// A line of the plan: one advice with what the shop notes about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanLine<'a> {
    /// Permanent name of the advice.
    pub id: &'a str,
    /// What is done.
    pub title: &'a str,
    /// By when it can be done: this week, this month, this quarter. Lines of one term follow each other.
    pub term: &'a str,
    /// Who it is work for: the shop, or somebody it asks.
    pub who: &'a str,
    /// How long it takes.
    pub hours: &'a str,
    /// What it costs.
    pub cost: &'a str,
    /// Who of the shop sees to it.
    pub owner: &'a str,
    /// By when: `YYYY-MM-DD`, or anything else, which is no date.
    pub due: &'a str,
    /// How far it is.
    pub progress: &'a str,
    /// Whether nothing is left to do: a ticked box, and no alarm.
    pub finished: bool,
    /// What the shop notes.
    pub note: &'a str,
    /// What happens to a shop that does not.
    pub why: &'a str,
    /// What to do, in order.
    pub steps: Vec<&'a str>,
    /// How to see that it is done.
    pub done: &'a str,
}

/// The words around the lines: the name of the plan, and what each part of a line is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the word for the part of a line of the same name")]
pub struct Headings<'a> {
    /// The name of the plan.
    pub plan: &'a str,
    pub id: &'a str,
    pub title: &'a str,
    pub term: &'a str,
    pub who: &'a str,
    pub hours: &'a str,
    pub cost: &'a str,
    pub owner: &'a str,
    pub due: &'a str,
    pub progress: &'a str,
    pub note: &'a str,
    pub why: &'a str,
    pub steps: &'a str,
    pub done: &'a str,
}

/// The answer to a field in words; or, as the first line of a table, what each part of it is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnswerLine<'a> {
    /// The name of the checkup it stands in.
    pub pack: &'a str,
    /// The name of the chapter.
    pub chapter: &'a str,
    /// The number of the question.
    pub number: &'a str,
    /// The subject of the question.
    pub question: &'a str,
    /// The question itself.
    pub ask: &'a str,
    /// The answer in short: letters of options, rows and levels.
    pub code: &'a str,
    /// The answer in words, a line for each option or row.
    pub answer: &'a str,
    /// What was written for "other".
    pub other: &'a str,
    /// What was noted beside it.
    pub note: &'a str,
    /// When it was given.
    pub when: &'a str,
    /// Why it does not count; nothing for one that does.
    pub standing: &'a str,
    /// Permanent name of the field.
    pub id: &'a str,
}

/// The steps as one text, numbered, a line each.
fn numbered(steps: &[&str]) -> String {
    let mut text = String::new();
    for (number, step) in (1_usize..).zip(steps) {
        if number > 1 {
            text.push('\n');
        }
        text.push_str(&number.to_string());
        text.push_str(". ");
        text.push_str(step);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) const HEADINGS: Headings<'_> = Headings {
        plan: "対策の計画",
        id: "id",
        title: "対策",
        term: "時期",
        who: "する人",
        hours: "時間",
        cost: "費用",
        owner: "担当",
        due: "期限",
        progress: "状況",
        note: "メモ",
        why: "理由",
        steps: "手順",
        done: "確認",
    };

    /// Two lines, the second with a note that tries everything.
    pub(super) fn lines() -> Vec<PlanLine<'static>> {
        let first = PlanLine {
            id: "admin-two-step",
            title: "管理画面に2段階ログインを付ける",
            term: "今週",
            who: "お店",
            hours: "2時間",
            cost: "0円",
            owner: "山田",
            due: "2026-12-01",
            progress: "完了",
            finished: true,
            note: "",
            why: "パスワードだけでは破られます。",
            steps: vec!["設定を開く。", "全員分を有効にする。"],
            done: "全員がコードを求められる。",
        };
        let second = PlanLine {
            id: "backup",
            title: "バックアップを取る",
            term: "今月",
            who: "制作会社",
            hours: "4時間",
            cost: "1万円未満",
            owner: "=HYPERLINK(\"https://example.com\")",
            due: "2026-12-15",
            progress: "着手",
            finished: false,
            note: "# 急ぎ; <b>A&B</b>, \\ [x](y)\r\n- *2*",
            why: "消えた注文は戻りません。",
            steps: vec!["1. 契約を見る。"],
            done: "戻せた。",
        };
        vec![first, second]
    }

    #[test]
    fn steps_are_numbered() {
        assert_eq!(numbered(&[]), "");
        assert_eq!(numbered(&["a", "b"]), "1. a\n2. b");
    }
}
