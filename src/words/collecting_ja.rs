//! `collecting.rs` in Japanese.

use super::collecting::CollectWords;

pub(super) const COLLECT: CollectWords = CollectWords {
    title: "みんなの結果を集める",
    lead: "団体、モール、支援する方のためのページです。お店から届いた結果のリンクやファイルを集めると、規模ごとの集計と報告書ができます。",
    secret: "集めた結果には、お店の弱いところが入っています。この端末の中だけに残り、どこにも送られません。名前は集計に使わず、1店だけの答えがわかる数字は出しません。",
    here: "集まっている結果",
    none: "まだ1件もありません。",
    count: |count| format!("{count}店分"),
    report: "報告書を見る",
    clear: "集めた結果をすべて消す",
    cleared: "集めた結果をすべて消しました。",
    unsaved: "この端末に保存しきれません。このページを閉じると消えます。報告書のページから、行のデータ（NDJSON）をファイルに保存してください。",
    bring: "結果を加える",
    paste: "届いたリンク",
    paste_hint: "メールの文面ごと、何通でも貼り付けられます。リンクだけを探して読みます。",
    read: "読み込む",
    choose: "ファイルを選ぶ（いくつでも）",
    choose_hint: "メールを保存した文書、このページの控え（JSON）、行のデータ（NDJSON）。混ざっていてもかまいません。",
    drop: "ここで放すと読み込みます。",
    working: "読み込んで、数えています…",
    stop: "止める",
    new: |count| format!("新しく加えた結果：{count}件"),
    newer: |count| format!("新しい内容に入れ替えた結果：{count}件"),
    known: |count| format!("もうあった結果：{count}件（同じものか、古いもの）"),
    stopped: "途中で止めました。そこまでに読んだものは加えてあります。",
    failures: "読めなかったもの",
    failed: |count| format!("読めなかったもの（{count}件）"),
    failed_hint: "ほかの結果には影響ありません。送った方に、もう一度送ってもらってください。",
    place: "場所",
    why: "理由",
    begins: "はじめの部分",
    pasted: "貼り付けた文",
    line: |source, line| format!("{source} {line}行目"),
    more: "ここには200件まで表示しています。",
    save_failures: "一覧をファイルに保存",
    no_answers: "回答の入っていないリンクです（レベルや点数だけ、質問、返答など）。集計には回答が要ります。",
    broken: "JSONが壊れています。",
    no_row: "この版では読めない行です。",
    no_file: "このページのファイルではないか、壊れています。",
    locked_title: "合言葉つきのリンク",
    locked: |count| {
        format!(
            "合言葉つきのリンクが{count}件あります。合言葉を入れると、その合言葉のものをすべて開きます。開いた中身は、この端末には合言葉なしで残ります。"
        )
    },
    invitation: "団体やモールの方へ：お店から届いた結果を集めて、集計と報告書を作れます。",
    stored: "集めた結果",
};
