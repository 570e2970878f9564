//! The plan as a checklist in Markdown, for wikis and task lists.

use super::{Headings, PlanLine};

/// The plan as a checklist: a heading for each term, a box for each line.
pub fn markdown(headings: &Headings<'_>, lines: &[PlanLine<'_>]) -> String {
    let mut text = "# ".to_owned();
    push(&mut text, headings.plan);
    text.push('\n');
    let mut term = None;
    for line in lines {
        if term != Some(line.term) {
            term = Some(line.term);
            text.push_str("\n## ");
            push(&mut text, line.term);
            text.push_str("\n\n");
        }
        text.push_str(if line.finished { "- [x] **" } else { "- [ ] **" });
        push(&mut text, line.title);
        text.push_str("**\n");
        for (heading, part) in [
            (headings.progress, line.progress),
            (headings.owner, line.owner),
            (headings.due, line.due),
            (headings.who, line.who),
            (headings.hours, line.hours),
            (headings.cost, line.cost),
            (headings.note, line.note),
            (headings.why, line.why),
        ] {
            labelled(&mut text, heading, part);
        }
        if !line.steps.is_empty() {
            text.push_str("  - ");
            push(&mut text, headings.steps);
            text.push('\n');
        }
        for (number, step) in (1_usize..).zip(&line.steps) {
            text.push_str("    ");
            text.push_str(&number.to_string());
            text.push_str(". ");
            push(&mut text, step);
            text.push('\n');
        }
        labelled(&mut text, headings.done, line.done);
    }
    text
}

fn labelled(text: &mut String, heading: &str, part: &str) {
    if !part.trim().is_empty() {
        text.push_str("  - ");
        push(text, heading);
        text.push_str(": ");
        push(text, part);
        text.push('\n');
    }
}

/// Adds a text so that it stays one: on one line, and with a backslash before whatever Markdown or HTML begin with.
pub(super) fn push(text: &mut String, plain: &str) {
    let is_break = |letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}');
    let flat: String = plain.chars().map(|letter| if is_break(letter) { ' ' } else { letter }).collect();
    let mut before = None;
    let mut digits = false;
    for letter in flat.trim().chars() {
        let begins = match letter {
            // Lists and lines under headings, only where a text begins; numbered lists behind the number.
            '-' | '+' | '=' => before.is_none(),
            ')' => digits,
            // `www.` and `https://` become links by themselves.
            '.' => digits || matches!(before, Some('w' | 'W')),
            '/' => before == Some(':'),
            letter => "\\`*_{}[]<>&#|~$".contains(letter),
        };
        if begins {
            text.push('\\');
        }
        text.push(letter);
        digits = letter.is_ascii_digit() && (digits || before.is_none());
        before = Some(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{HEADINGS, lines};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_is_a_box_below_its_term() {
        insta::assert_snapshot!(markdown(&HEADINGS, &lines()), @r##"
        # 対策の計画

        ## 今週

        - [x] **管理画面に2段階ログインを付ける**
          - 状況: 完了
          - 担当: 山田
          - 期限: 2026-12-01
          - する人: お店
          - 時間: 2時間
          - 費用: 0円
          - 理由: パスワードだけでは破られます。
          - 手順
            1. 設定を開く。
            2. 全員分を有効にする。
          - 確認: 全員がコードを求められる。

        ## 今月

        - [ ] **バックアップを取る**
          - 状況: 着手
          - 担当: \=HYPERLINK("https:\//example.com")
          - 期限: 2026-12-15
          - する人: 制作会社
          - 時間: 4時間
          - 費用: 1万円未満
          - メモ: \# 急ぎ; \<b\>A\&B\</b\>, \\ \[x\](y)  - \*2\*
          - 理由: 消えた注文は戻りません。
          - 手順
            1. 1\. 契約を見る。
          - 確認: 戻せた。
        "##);
    }

    #[test]
    fn texts_stay_texts() {
        for (plain, written) in [
            ("", ""),
            ("ふつうの文。", "ふつうの文。"),
            ("EC-CUBE 4.3 (2026-12-01), 1 + 1 = 2", "EC-CUBE 4.3 (2026-12-01), 1 + 1 = 2"),
            ("# a", "\\# a"),
            ("- a", "\\- a"),
            ("+ a", "\\+ a"),
            ("===", "\\==="),
            ("12. a", "12\\. a"),
            ("12) a", "12\\) a"),
            ("a 12. b", "a 12. b"),
            ("\n\n# a\r\n    b\u{2028}- c\0", "\\# a      b - c"),
            ("<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)\\>"),
            ("&lt;b&gt;", "\\&lt;b\\&gt;"),
            ("[a](javascript:b) ![c](d)", "\\[a\\](javascript:b) !\\[c\\](d)"),
            ("**a** _b_ `c` ~~d~~ $e$ |", "\\*\\*a\\*\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\$e\\$ \\|"),
            ("https://a.jp www.b.jp", "https:\\//a.jp www\\.b.jp"),
            ("a\\", "a\\\\"),
        ] {
            let mut text = String::new();
            push(&mut text, plain);
            assert_eq!(text, written, "{plain:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_text_is_one_line_and_loses_nothing_but_breaks(plain in "[a-c1 \\-+=.)#<>&*_`\\\\\\[\\]\n\r|~$]{0,12}|\\PC{0,20}") {
            let mut text = String::new();
            push(&mut text, &plain);
            prop_assert!(!text.chars().any(char::is_control));
            let mut read = String::new();
            let mut letters = text.chars();
            while let Some(letter) = letters.next() {
                let escaped = if letter == '\\' { letters.next() } else { None };
                let begins = "\\`*_{}[]<>&#|~$".contains(letter);
                prop_assert!(escaped.is_some() || !begins);
                read.push(escaped.unwrap_or(letter));
            }
            let flat = plain.replace(['\n', '\r', '\u{2028}', '\u{2029}'], " ");
            prop_assert_eq!(read, flat.trim());
        }
    }
}
