//! Tables for spreadsheets: RFC 4180, with the mark by which Excel knows UTF-8.

use super::{AnswerLine, Headings, PlanLine, numbered};

/// The mark by which Excel knows UTF-8.
const MARK: &str = "\u{FEFF}";

/// The plan as a table: a line of headings, then a line each.
pub fn csv(headings: &Headings<'_>, lines: &[PlanLine<'_>]) -> String {
    let mut csv = MARK.to_owned();
    let Headings { plan: _, id, title, term, who, hours, cost, owner, due, progress, note, why, steps, done } =
        *headings;
    row(&mut csv, &[term, title, who, hours, cost, owner, due, progress, note, why, steps, done, id]);
    for line in lines {
        let PlanLine { id, title, term, who, hours, cost, owner, due, progress, note, why, done, .. } = *line;
        let steps = numbered(&line.steps);
        row(&mut csv, &[term, title, who, hours, cost, owner, due, progress, note, why, &steps, done, id]);
    }
    csv
}

/// Answers as a table: a line of headings, then a line for each field.
pub fn answers_csv(headings: &AnswerLine<'_>, lines: &[AnswerLine<'_>]) -> String {
    let mut csv = MARK.to_owned();
    for line in std::iter::once(headings).chain(lines) {
        let AnswerLine {
            pack,
            chapter,
            number,
            question,
            ask,
            code,
            answer,
            other,
            note,
            when,
            standing,
            id,
        } = *line;
        row(&mut csv, &[pack, chapter, number, question, ask, code, answer, other, note, when, standing, id]);
    }
    csv
}

/// Any table: its lines as they come, the headings first.
pub fn table(lines: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut csv = MARK.to_owned();
    for line in lines {
        row(&mut csv, &line.iter().map(String::as_str).collect::<Vec<_>>());
    }
    csv
}

/// Every cell in quotes: what separates cells is not a comma everywhere.
fn row(csv: &mut String, cells: &[&str]) {
    for (place, cell) in cells.iter().enumerate() {
        csv.push_str(if place == 0 { "\"" } else { ",\"" });
        if is_formula(cell) {
            csv.push('\'');
        }
        for letter in cell.chars() {
            if letter == '"' {
                csv.push('"');
            }
            csv.push(letter);
        }
        csv.push('"');
    }
    csv.push_str("\r\n");
}

/// Whether a spreadsheet might work the cell out instead of showing it. The wide forms count where Japanese is typed.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::super::tests::{HEADINGS, lines};
    use super::*;
    use proptest::prelude::*;

    /// A small reader of RFC 4180.
    fn read(csv: &str) -> Vec<Vec<String>> {
        let mut rows = vec![vec![String::new()]];
        let mut letters = csv.strip_prefix('\u{FEFF}').unwrap().chars().peekable();
        let mut quoted = false;
        while let Some(letter) = letters.next() {
            let cell = rows.last_mut().unwrap().last_mut().unwrap();
            match letter {
                '"' if quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
                '"' => quoted = !quoted,
                ',' if !quoted => rows.last_mut().unwrap().push(String::new()),
                '\r' if !quoted => {
                    assert_eq!(letters.next(), Some('\n'));
                    rows.push(vec![String::new()]);
                }
                letter => {
                    assert!(quoted, "{letter} stands outside of quotes");
                    cell.push(letter);
                }
            }
        }
        assert_eq!(rows.pop(), Some(vec![String::new()]), "the last line ends like the others");
        rows
    }

    #[test]
    fn a_line_is_a_row_and_nothing_is_worked_out() {
        insta::assert_snapshot!(csv(&HEADINGS, &lines()).replace('\r', "␍").trim_start_matches('\u{FEFF}'), @r##"
        "時期","対策","する人","時間","費用","担当","期限","状況","メモ","理由","手順","確認","id"␍
        "今週","管理画面に2段階ログインを付ける","お店","2時間","0円","山田","2026-12-01","完了","","パスワードだけでは破られます。","1. 設定を開く。
        2. 全員分を有効にする。","全員がコードを求められる。","admin-two-step"␍
        "今月","バックアップを取る","制作会社","4時間","1万円未満","'=HYPERLINK(""https://example.com"")","2026-12-15","着手","# 急ぎ; <b>A&B</b>, \ [x](y)␍
        - *2*","消えた注文は戻りません。","1. 1. 契約を見る。","戻せた。","backup"␍
        "##);
    }

    #[test]
    fn an_answer_is_a_row() {
        let headings = AnswerLine {
            pack: "診断",
            chapter: "章",
            number: "番号",
            question: "質問",
            ask: "問い",
            code: "記号",
            answer: "答え",
            other: "その他の内容",
            note: "メモ",
            when: "答えた日",
            standing: "扱い",
            id: "id",
        };
        let line = AnswerLine {
            pack: "本診断",
            chapter: "第1章 方針",
            number: "1.1.1",
            question: "方針",
            ask: "方針はありますか。",
            code: "A",
            answer: "A 書面がある。",
            when: "2026-11-28",
            id: "policy",
            ..AnswerLine::default()
        };
        let evil = AnswerLine {
            ask: "-1",
            code: "BD",
            answer: "一つ\n\"二つ\"",
            other: "=cmd|'/c calc'!A1",
            note: "@SUM(A1)\r\n次, の行",
            standing: "お店に合わせて外した質問",
            ..line
        };
        insta::assert_snapshot!(answers_csv(&headings, &[line, evil]).replace('\r', "␍").trim_start_matches('\u{FEFF}'), @r##"
        "診断","章","番号","質問","問い","記号","答え","その他の内容","メモ","答えた日","扱い","id"␍
        "本診断","第1章 方針","1.1.1","方針","方針はありますか。","A","A 書面がある。","","","2026-11-28","","policy"␍
        "本診断","第1章 方針","1.1.1","方針","'-1","BD","一つ
        ""二つ""","'=cmd|'/c calc'!A1","'@SUM(A1)␍
        次, の行","2026-11-28","お店に合わせて外した質問","policy"␍
        "##);
    }

    #[test]
    fn what_looks_like_a_formula_is_kept_from_being_one() {
        for cell in ["=1+1", "+81", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A"]
        {
            assert!(is_formula(cell), "{cell:?}");
        }
        for cell in ["", "1", "a=1", "'=1", "ー1", "2026-12-01", "山田"] {
            assert!(!is_formula(cell), "{cell:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_written_can_be_read_back(note in any::<String>(), owner in "[-=+@\t\r\n\",;a]{0,6}") {
            let line = PlanLine { note: &note, owner: &owner, steps: vec![&owner], ..PlanLine::default() };
            let rows = read(&csv(&HEADINGS, &[line]));
            prop_assert_eq!(rows.len(), 2);
            prop_assert!(rows.iter().all(|row| row.len() == 13));
            for (cell, written) in [(&rows[1][8], &note), (&rows[1][5], &owner)] {
                prop_assert_eq!(cell.strip_prefix('\'').filter(|_| is_formula(written)).unwrap_or(cell), written);
                prop_assert!(!is_formula(cell));
            }
            prop_assert_eq!(&rows[1][10], &format!("1. {owner}"));
            let line = AnswerLine { other: &owner, note: &note, answer: &owner, ..AnswerLine::default() };
            let rows = read(&answers_csv(&AnswerLine::default(), &[line]));
            prop_assert!(rows.len() == 2 && rows.iter().all(|row| row.len() == 12));
            prop_assert!(rows[1].iter().all(|cell| !is_formula(cell)));
            prop_assert_eq!(rows[1][8].trim_start_matches('\''), note.trim_start_matches('\''));
        }
    }
}
