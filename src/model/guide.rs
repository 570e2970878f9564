//! What follows from answers: levels, gates, findings, advice, the emergency page, drafts of other papers.
//! Apart from the questionnaire, because nobody needs it before the first answers are given.

use super::{ChapterIx, Code, FieldIx, Test, TextId};
use serde::{Deserialize, Serialize};

/// Alternatives of tests: it holds when all tests of any of them hold.
pub type Alternatives = Vec<Vec<Test>>;

/// Everything that follows from answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    /// From the lowest to the highest.
    pub levels: Vec<Level>,
    /// How large a shop is.
    pub size: SizeRule,
    /// What raises the level a shop should have.
    pub desired: Vec<Raise>,
    /// In the order of the file.
    pub gates: Vec<Gate>,
    /// The shop's own opinion, chapter by chapter.
    pub opinions: Vec<Opinion>,
    /// In the order of the file.
    pub findings: Vec<Finding>,
    /// In the order of their ids.
    pub advice: Vec<Advice>,
    /// The emergency page.
    pub emergency: Emergency,
    /// Drafts of other papers.
    pub papers: Vec<Paper>,
}

/// A level. The first is level 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// From so many permille of the points on.
    pub from: u16,
    /// Its name.
    pub title: TextId,
    /// What it means for a shop.
    pub text: TextId,
}

/// How large a shop is, by points.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SizeRule {
    /// Medium from so many points on.
    pub medium: u8,
    /// Large from so many points on.
    pub large: u8,
    /// The level that small, medium and large shops should have, before [`Guide::desired`].
    pub desired: [u8; 3],
    /// What adds points.
    pub add: Vec<SizePoints>,
}

/// Points towards the size of a shop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SizePoints {
    /// How many.
    pub by: u8,
    /// When.
    pub when: Alternatives,
}

/// A reason why a shop should have a higher level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raise {
    /// By how many levels.
    pub by: u8,
    /// When.
    pub when: Alternatives,
    /// The reason.
    pub text: TextId,
}

/// A condition that caps the level whatever the points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    /// Permanent name.
    pub id: String,
    /// While it is shut, the level is at most this.
    pub cap: u8,
    /// Shut when this holds.
    pub when: Alternatives,
    /// What is wrong.
    pub title: TextId,
    /// Why it outweighs all points.
    pub text: TextId,
    /// Indices into the questionnaire's sources.
    pub sources: Vec<u16>,
}

/// A row in which the shop says what it thinks of the subject of a chapter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// The matrix.
    pub field: FieldIx,
    /// Its row.
    pub row: Code,
    /// The chapter it is about.
    pub chapter: ChapterIx,
}

/// What answers other than ratings give away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Permanent name.
    pub id: String,
    /// 1–3, as a weight.
    pub severity: u8,
    /// Found when this holds.
    pub when: Alternatives,
    /// What was found.
    pub title: TextId,
    /// What it can lead to.
    pub text: TextId,
    /// Indices into the questionnaire's sources.
    pub sources: Vec<u16>,
}

/// Who does what an advice says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Who {
    /// The shop itself.
    Owner,
    /// Who built the site.
    Vendor,
    /// Who runs the server, the cart or the mall.
    Host,
}

/// What a shop sells on; a variant of an advice says what differs there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Platform {
    /// A tenant in a mall.
    Mall,
    /// A cart as a service.
    Saas,
    /// EC-CUBE on an own site.
    EcCube,
    /// `WooCommerce` on an own site.
    WooCommerce,
    /// An own site with other software, or self-developed.
    Own,
}

/// What differs about an advice on a platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    /// Where.
    pub platform: Platform,
    /// What.
    pub text: TextId,
    /// Who does it there, when that is somebody else.
    pub who: Option<Who>,
    /// Hours of work there, when they differ.
    pub hours: Option<u8>,
    /// What it costs there, when that differs.
    pub cost: Option<u8>,
}

/// What to do about weak answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// Permanent name.
    pub id: String,
    /// Names of advice that this one has taken the place of: what a shop noted there belongs here.
    pub formerly: Vec<String>,
    /// What is done.
    pub title: TextId,
    /// What happens to a shop that does not.
    pub why: TextId,
    /// The same for the boss: yen and customers.
    pub boss: TextId,
    /// What to do, in order.
    pub steps: Vec<TextId>,
    /// How to see that it is done.
    pub done: TextId,
    /// Who does it.
    pub who: Who,
    /// Hours of work for them.
    pub hours: u8,
    /// 0 nothing, 1 below 10,000 yen, 2 below 100,000 yen, 3 more.
    pub cost: u8,
    /// The sentences to send to who does it, when that is not the shop.
    pub vendor: Option<TextId>,
    /// What differs by platform.
    pub variants: Vec<Variant>,
    /// Ratings it mends.
    pub fields: Vec<FieldIx>,
    /// Indices into [`Guide::gates`] it lifts.
    pub gates: Vec<u8>,
    /// Indices into [`Guide::findings`] it settles.
    pub findings: Vec<u8>,
    /// Indices into [`Guide::advice`] that have to come first.
    pub after: Vec<u16>,
    /// Indices into the questionnaire's terms.
    pub terms: Vec<u16>,
    /// Indices into the questionnaire's sources.
    pub sources: Vec<u16>,
}

impl Advice {
    /// What differs on a platform.
    pub fn variant(&self, platform: Option<Platform>) -> Option<&Variant> {
        self.variants.iter().find(|variant| Some(variant.platform) == platform)
    }

    /// Who does it on a platform.
    pub fn who_on(&self, platform: Option<Platform>) -> Who {
        self.variant(platform).and_then(|variant| variant.who).unwrap_or(self.who)
    }

    /// Hours of work on a platform.
    pub fn hours_on(&self, platform: Option<Platform>) -> u8 {
        self.variant(platform).and_then(|variant| variant.hours).unwrap_or(self.hours)
    }

    /// What it costs on a platform.
    pub fn cost_on(&self, platform: Option<Platform>) -> u8 {
        self.variant(platform).and_then(|variant| variant.cost).unwrap_or(self.cost)
    }

    /// The sentences to send on a platform: none where the shop itself does what others do elsewhere.
    pub fn vendor_on(&self, platform: Option<Platform>) -> Option<TextId> {
        let alone = self.who != Who::Owner && self.who_on(platform) == Who::Owner;
        self.vendor.filter(|_| !alone)
    }
}

/// The emergency page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Emergency {
    /// Days after one learns of a leak.
    pub deadline: Deadline,
    /// Kinds of incident.
    pub kinds: Vec<IncidentKind>,
    /// First hour, first day, first week.
    pub phases: Vec<Phase>,
    /// What the report says.
    pub write: Vec<TextId>,
    /// Whom to tell.
    pub contacts: Vec<Contact>,
    /// What not to do.
    pub never: Vec<TextId>,
    /// The contact sheet.
    pub sheet: Vec<SheetLine>,
}

/// The days of the law.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The preliminary report: from, to.
    pub early: [u8; 2],
    /// The final report.
    pub last: u8,
    /// The final report after a suspected malicious act.
    pub malicious: u8,
    /// How the days are counted.
    pub text: Option<TextId>,
    /// Indices into the questionnaire's sources.
    pub sources: Vec<u16>,
}

/// A kind of incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IncidentKind {
    /// Permanent name.
    pub id: String,
    /// What happened.
    pub title: TextId,
    /// How to recognise it; whom the duty binds.
    pub text: TextId,
    /// Whether the commission has to be told.
    pub report: bool,
    /// Whether the longer time for the final report holds.
    pub malicious: bool,
    /// What is particular to it in the first hour.
    pub first: Vec<TextId>,
    /// Indices into [`Emergency::contacts`], in order.
    pub contacts: Vec<u8>,
    /// Indices into the questionnaire's sources.
    pub sources: Vec<u16>,
}

/// What to do in a stretch of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// Which.
    pub title: TextId,
    /// In order.
    pub steps: Vec<TextId>,
    /// Indices into the questionnaire's sources.
    pub sources: Vec<u16>,
}

/// Why one turns to a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Has to be told.
    Duty,
    /// Helps.
    Help,
    /// Works with the shop.
    Business,
    /// Whom customers and staff can turn to.
    Customer,
}

impl Role {
    /// All, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Duty, Self::Help, Self::Business, Self::Customer];
}

/// Whom to tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Why.
    pub role: Role,
    /// Who.
    pub name: TextId,
    /// For which event, and what they do.
    pub text: TextId,
    /// Indices into the questionnaire's sources.
    pub sources: Vec<u16>,
}

/// A line of the contact sheet, to be filled in beforehand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetLine {
    /// Permanent name.
    pub id: String,
    /// Whose number.
    pub label: TextId,
    /// Where to find it.
    pub hint: TextId,
}

/// The draft of another paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Permanent name, also in addresses.
    pub id: String,
    /// What it is called.
    pub title: TextId,
    /// What it is, and that this is a draft.
    pub text: TextId,
    /// In order.
    pub lines: Vec<PaperLine>,
    /// Indices into the questionnaire's sources.
    pub sources: Vec<u16>,
}

/// A line of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperLine {
    /// The topic.
    pub title: TextId,
    /// The ratings that speak for it.
    pub fields: Vec<FieldIx>,
}
