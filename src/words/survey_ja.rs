//! Japanese, for the report of many shops.

use super::survey::{Part, SurveyWords};

fn of(part: &Part<'_>) -> String {
    format!("{}%（{}件中{}件）", part.share, part.base, part.count)
}

pub(super) const SURVEY: SurveyWords = SurveyWords {
    title: "ECサイト セキュリティ健診 調査報告",
    groups: ["全体", "大規模", "中規模", "小規模", "規模不明"],
    and: "・",
    respondents: |count| format!("回答したお店は{count}件です。"),
    period: |from, to| format!("回答の日付は{from}から{to}までです。"),
    synthetic: |count| {
        format!(
            "このうち{count}件は、試すために機械で作った回答です。実際のお店の様子を表すものではありません。"
        )
    },
    by_size: "規模別の回答数",
    levels: "レベル",
    level: |level| format!("レベル{level}"),
    scores: "章ごとの点数",
    scores_text: "点数は0から100です。半分以上がわかっている章だけを数え、幅のある点数はまんなかの値を使います。",
    n: "件数",
    mean: "平均",
    deviation: "標準偏差",
    quartiles: ["下から25%", "中央値", "下から75%"],
    gates: "大きな危険",
    gate_states: ["ある", "わからない", "ない"],
    findings: "見つかったこと",
    found: "見つかった",
    gaps: "自己評価と点数のずれ",
    gaps_text: "お店が自分でつけた評価を、答えから出した点数と並べました。",
    gap_views: ["点数より良く見ている", "合っている", "点数より悪く見ている"],
    associations: "自己評価どうしの関連",
    associations_text: "グッドマン・クラスカルのガンマ係数です。1に近いほど、一方を高く評価したお店がもう一方も高く評価しています。0なら関連は見られません。原因と結果を表すものではありません。",
    gamma: "ガンマ係数",
    fields: "質問ごとの回答",
    trends: "数字から見えること",
    contents: "目次",
    chapter: "章",
    pack: "診断",
    number: "番号",
    question: "質問",
    row: "項目",
    group: "規模",
    asked: "質問された数",
    base: "回答数",
    answer: "答え",
    count: "件数",
    share: "割合（%）",
    id: "id",
    code: "記号",
    na: "対象外",
    dk: "わからない",
    written: "記入あり",
    kept_back: "件数が少ないため、載せません。",
    rules: "数字の読み方",
    rules_text: [
        "割合は、答えたお店の数を100%としています。「対象外」と「わからない」も回答に数えます。",
        "5件に満たない規模は、ほかの規模とまとめます。表ごとに5件に満たない所は載せず、引き算でわからないよう、次に少ない所も載せません。",
        "回答が10件に満たない所は、件数だけを載せ、割合や平均を出しません。",
        "記述の回答は、書いたお店の数だけを数えています。内容は載せません。",
    ],
    most: |answer, part| format!("最も多い答えは「{answer}」で、{}です。", of(part)),
    upper: |part| format!("AとBを合わせると{}です。", of(part)),
    most_row: |row, level, part| format!("「{level}」の割合が最も高い項目は「{row}」で、{}です。", of(part)),
    sizes: |answer, large, small, points| {
        let what =
            answer.map_or_else(|| "AとBを合わせた割合".to_owned(), |answer| format!("「{answer}」の割合"));
        format!(
            "{what}は、大規模で{}、小規模で{}です。{points}ポイントの差があります。",
            of(large),
            of(small)
        )
    },
    weakest: |chapter, mean| format!("平均点が最も低い章は「{chapter}」で、{mean}点です。"),
    strongest: |chapter, mean| format!("平均点が最も高い章は「{chapter}」で、{mean}点です。"),
    too_good: |chapter, part| {
        format!("点数より良く見ているお店の割合が最も高い章は「{chapter}」で、{}です。", of(part))
    },
    most_level: |level, part| format!("最も多いのは{level}で、{}です。", of(part)),
    most_gate: |gate, part| format!("最も多い大きな危険は「{gate}」で、{}に見られます。", of(part)),
};
