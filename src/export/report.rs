//! A report in Markdown, for wikis, mails and other programs.

use super::markdown::push;

/// A piece of a report. Every text stays a text, whatever signs are in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of a level, from 1.
    Heading(usize, String),
    /// A paragraph.
    Text(String),
    /// Something and what it is: `**Level**: 3`.
    Pair(String, String),
    /// A line of a list.
    Item(String),
    /// The same, below the line before: a label and a text, which may have several lines.
    Under(String, String),
    /// A table: the first row has the headings.
    Table(Vec<Vec<String>>),
}

/// The report.
pub fn report(blocks: &[Block]) -> String {
    let mut text = String::new();
    let mut before = None;
    for block in blocks {
        // Lines of a list follow each other, everything else stands apart.
        let listed = |block: &Block| matches!(block, Block::Item(_) | Block::Under(..) | Block::Pair(..));
        if before.is_some_and(|before| !(listed(before) && listed(block))) {
            text.push('\n');
        }
        write(&mut text, block);
        before = Some(block);
    }
    text
}

fn write(text: &mut String, block: &Block) {
    match block {
        Block::Heading(level, title) => {
            text.push_str(&"#".repeat((*level).clamp(1, 6)));
            text.push(' ');
            push(text, title);
            text.push('\n');
        }
        Block::Text(paragraph) => {
            push(text, paragraph);
            text.push('\n');
        }
        Block::Pair(label, value) => labelled(text, "- ", label, value),
        Block::Item(item) => {
            text.push_str("- ");
            push(text, item);
            text.push('\n');
        }
        Block::Under(label, value) => {
            for line in value.lines().filter(|line| !line.trim().is_empty()) {
                labelled(text, "  - ", label, line);
            }
        }
        Block::Table(rows) => table(text, rows),
    }
}

fn labelled(text: &mut String, lead: &str, label: &str, value: &str) {
    text.push_str(lead);
    if !label.is_empty() {
        text.push_str("**");
        push(text, label);
        text.push_str("**: ");
    }
    push(text, value);
    text.push('\n');
}

fn table(text: &mut String, rows: &[Vec<String>]) {
    for (place, row) in rows.iter().enumerate() {
        for cell in row {
            text.push_str("| ");
            push(text, cell);
            text.push(' ');
        }
        text.push_str("|\n");
        if place == 0 {
            text.push_str(&"|---".repeat(row.len()));
            text.push_str("|\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Block::{Heading, Item, Pair, Table, Text, Under};

    fn sample(words: [&str; 11]) -> String {
        let [title, date, day, level, chapters, points, chapter, dangers, danger, answers, ask] = words;
        let text = str::to_owned;
        let cells = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        report(&[
            Heading(1, text(title)),
            Pair(text(date), text(day)),
            Pair(text(level), text("2–3")),
            Heading(2, text(chapters)),
            Table(vec![cells([chapters, points]), cells([chapter, "33–67"]), cells(["a|b", ""])]),
            Heading(2, text(dangers)),
            Item(text(danger)),
            Item(text("# 1")),
            Text(text("1. a\n2. b")),
            Heading(2, text(answers)),
            Item(text(ask)),
            Under(String::new(), text("A <b>\n\n- B")),
            Under(text("*"), text("[x](y)")),
        ])
    }

    #[test]
    fn a_report_is_told_in_order() {
        let japanese = [
            "一号店",
            "日付",
            "2026年11月28日",
            "レベル",
            "章",
            "点数",
            "第1章 方針",
            "大きな危険",
            "カード番号が残る",
            "回答",
            "方針はありますか。",
        ];
        insta::assert_snapshot!(sample(japanese), @r##"
        # 一号店

        - **日付**: 2026年11月28日
        - **レベル**: 2–3

        ## 章

        | 章 | 点数 |
        |---|---|
        | 第1章 方針 | 33–67 |
        | a\|b |  |

        ## 大きな危険

        - カード番号が残る
        - \# 1

        1\. a 2. b

        ## 回答

        - 方針はありますか。
          - A \<b\>
          - \- B
          - **\***: \[x\](y)
        "##);
        let english = [
            "Shop A",
            "Date",
            "November 28, 2026",
            "Level",
            "Chapter",
            "Points",
            "Chapter 1: Policy",
            "Serious dangers",
            "Card numbers are kept",
            "Answers",
            "Is there a policy?",
        ];
        insta::assert_snapshot!(sample(english), @r##"
        # Shop A

        - **Date**: November 28, 2026
        - **Level**: 2–3

        ## Chapter

        | Chapter | Points |
        |---|---|
        | Chapter 1: Policy | 33–67 |
        | a\|b |  |

        ## Serious dangers

        - Card numbers are kept
        - \# 1

        1\. a 2. b

        ## Answers

        - Is there a policy?
          - A \<b\>
          - \- B
          - **\***: \[x\](y)
        "##);
    }

    #[test]
    fn nothing_gives_nothing() {
        assert_eq!(report(&[]), "");
        assert_eq!(report(&[Under("a".to_owned(), " \n".to_owned())]), "");
        assert_eq!(report(&[Table(Vec::new())]), "");
    }
}
