//! The report as one page that needs nothing else: no script, nothing to fetch, to be read, printed and handed on.

mod draw;
mod fields;
mod whole;

use super::report::Report;
use super::telling::Telling;
use crate::model::Lang;
use draw::escaped;

struct Page<'t, 'r> {
    telling: Telling<'t>,
    report: &'r Report,
    out: String,
}

impl Report {
    /// The report as HTML.
    pub fn to_html(&self, telling: &Telling<'_>, lang: Lang) -> String {
        let mut page = Page { telling: *telling, report: self, out: String::new() };
        page.head(lang);
        page.whole();
        page.fields();
        page.raw(&["</main></body></html>\n"]);
        page.out
    }
}

impl Page<'_, '_> {
    fn head(&mut self, lang: Lang) {
        let words = self.telling.words;
        let title = escaped(words.title);
        self.raw(&["<!doctype html>\n<html lang=\"", lang.tag(), "\"><head><meta charset=\"utf-8\">"]);
        self.raw(&["<meta name=\"viewport\" content=\"width=device-width\">"]);
        // Whatever is in it, nothing is fetched and nothing runs.
        self.raw(&["<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"]);
        self.raw(&[
            "<title>",
            &title,
            "</title><style>",
            include_str!("style.css"),
            "</style></head><body>\n",
        ]);
        self.raw(&["<header>"]);
        self.element("h1", words.title);
        self.element("p", &(words.respondents)(self.report.respondents));
        if let Some((from, to)) = self.report.days {
            self.element("p", &(words.period)(&from.to_string(), &to.to_string()));
        }
        if self.report.synthetic > 0 {
            self.element("p class=\"note\"", &(words.synthetic)(self.report.synthetic));
        }
        self.element("h2", words.rules);
        self.raw(&["<ul>"]);
        words.rules_text.iter().for_each(|rule| self.element("li", rule));
        self.raw(&["</ul></header>\n"]);
        self.contents();
        self.raw(&["<main>\n"]);
    }

    fn contents(&mut self) {
        let words = self.telling.words;
        self.raw(&["<nav>"]);
        self.element("h2", words.contents);
        self.raw(&["<ul>"]);
        let parts = [
            ("sizes", words.by_size),
            ("trends", words.trends),
            ("levels", words.levels),
            ("scores", words.scores),
            ("gates", words.gates),
            ("findings", words.findings),
            ("gaps", words.gaps),
            ("associations", words.associations),
        ];
        for (id, title) in parts {
            self.raw(&["<li><a href=\"#", id, "\">", &escaped(title), "</a></li>"]);
        }
        let questionnaire = self.telling.questionnaire;
        if let Some((_, question)) =
            self.report.cross.as_ref().and_then(|cross| questionnaire.question_of(cross.rows))
        {
            let title = escaped((self.telling.text)(question.title));
            self.raw(&["<li><a href=\"#cross\">", &title, "</a></li>"]);
        }
        for (ix, pack) in questionnaire.packs() {
            let title = escaped((self.telling.text)(pack.title));
            self.raw(&["<li><a href=\"#", &pack.id, "\">", &title, "</a><ul>"]);
            for (_, chapter) in questionnaire.chapters_of(ix) {
                let title = escaped((self.telling.text)(chapter.title));
                self.raw(&["<li><a href=\"#", &pack.id, "-", &chapter.id, "\">", &title, "</a></li>"]);
            }
            self.raw(&["</ul></li>"]);
        }
        self.raw(&["</ul></nav>\n"]);
    }
}
