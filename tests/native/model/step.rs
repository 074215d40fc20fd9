//! What can happen: the person acts, answers arrive, others act. Each step can be taken at any time; one that makes no
//! sense then (a button that is not there, an answer to nothing) does nothing, so that a failing sequence shrinks well.

use std::fmt;

use proptest::prelude::*;

use super::{
    faults::Fault,
    jira::{KEYS, PROJECTS, TestIo},
};

/// Account labels that somebody may type. One differs from a stored one by a space alone.
pub const LABELS: [&str; 5] = ["ACME US", "ACME EU", "ACME ", "", "Other"];

/// What somebody may call a whole account. No connection gets such a label in another way.
pub const NAMES: [&str; 2] = ["Renamed", "Renamed again"];

/// One thing that happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    // Answers.
    AnswerAll,
    Answer(u8),
    Serve(u8),
    Fail(u8, Fault),
    // The open connection.
    TypeKey(u8),
    TypeLabel(u8),
    Save,
    SaveTwice,
    Retry,
    SaveUnverified,
    Cancel,
    StopWaiting,
    KeepMine,
    TakeTheirs,
    ClearKey,
    Autofill,
    ReplaceKey,
    KeepKey,
    TestTyped,
    TestSaved,
    Switch,
    Undo,
    Everywhere,
    RemoveKey,
    Delete,
    CloseQuestion,
    // The way about.
    Open(u8),
    GoTo(u8),
    Discard,
    Stay,
    Filter(u8),
    RetryLoads,
    Return(bool),
    SendAgain,
    GiveUp,
    // The dialogs.
    OpenAdd,
    SearchProjects(u8),
    Choose(u8),
    TypeFirstKey(u8),
    UseKeyOf(u8),
    Add,
    AddTwice,
    AddAnother,
    AddUnverified,
    CloseAdd,
    LookUp(u8),
    CloseLookUp,
    // The dialogs of the page's menu. What is not open yet is opened.
    Rename(u8),
    ReplaceEverywhere(u8),
    ShowConnections(u8),
    DeleteArchived,
    TestAll,
    GoOnTesting,
    OpenResult,
    CloseTool,
    // Everybody else.
    OthersLabel(u8),
    OthersKey(u8),
    OthersRemoveKey(u8),
    OthersDelete(u8),
    OthersAdd(u8),
    OthersTest(u8),
    OthersSwitch,
    OthersArchive(u8),
    Rights(bool),
    TestIo(TestIo),
}

/// A whole sequence.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The person is quicker than the first answers.
    pub impatient: bool,
    pub steps: Vec<Step>,
}

/// Every plan. Answers are frequent, or nothing would ever come to an end.
pub fn plan() -> impl Strategy<Value = Plan> {
    let steps = prop::collection::vec(step(), 1..45);
    (prop::bool::weighted(0.2), steps).prop_map(|(impatient, steps)| Plan { impatient, steps })
}

fn step() -> impl Strategy<Value = Step> {
    let fault = prop::sample::select(Fault::ALL.to_vec());
    prop_oneof![
        12 => Just(Step::AnswerAll),
        14 => (0..4u8).prop_map(Step::Answer),
        5 => (0..4u8).prop_map(Step::Serve),
        14 => (0..4u8, fault).prop_map(|(which, fault)| Step::Fail(which, fault)),
        30 => in_the_pane(),
        14 => about(),
        12 => in_dialogs(),
        14 => with_all(),
        10 => by_others(),
    ]
}

fn in_the_pane() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..KEYS.len() as u8).prop_map(Step::TypeKey),
        6 => (0..LABELS.len() as u8).prop_map(Step::TypeLabel),
        8 => Just(Step::Save),
        2 => Just(Step::SaveTwice),
        8 => Just(Step::Retry),
        2 => Just(Step::SaveUnverified),
        2 => Just(Step::Cancel),
        2 => Just(Step::StopWaiting),
        2 => Just(Step::KeepMine),
        1 => Just(Step::TakeTheirs),
        1 => Just(Step::ClearKey),
        1 => Just(Step::Autofill),
        3 => Just(Step::ReplaceKey),
        1 => Just(Step::KeepKey),
        2 => Just(Step::TestTyped),
        2 => Just(Step::TestSaved),
        3 => Just(Step::Switch),
        3 => Just(Step::Undo),
        3 => Just(Step::Everywhere),
        3 => Just(Step::RemoveKey),
        3 => Just(Step::Delete),
        1 => Just(Step::CloseQuestion),
    ]
}

fn about() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (0..4u8).prop_map(Step::Open),
        2 => (0..6u8).prop_map(Step::GoTo),
        2 => Just(Step::Discard),
        1 => Just(Step::Stay),
        // As `acts.rs` and `tests/e2e/walk/person.ts` number the filters, and `end.rs` and `answers.rs` apply them.
        2 => (0..4u8).prop_map(Step::Filter),
        1 => Just(Step::RetryLoads),
        4 => any::<bool>().prop_map(Step::Return),
        3 => Just(Step::SendAgain),
        2 => Just(Step::GiveUp),
    ]
}

fn in_dialogs() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => Just(Step::OpenAdd),
        1 => (0..3u8).prop_map(Step::SearchProjects),
        4 => (0..PROJECTS.len() as u8).prop_map(Step::Choose),
        3 => (0..KEYS.len() as u8).prop_map(Step::TypeFirstKey),
        2 => (0..3u8).prop_map(Step::UseKeyOf),
        4 => Just(Step::Add),
        1 => Just(Step::AddTwice),
        3 => Just(Step::AddAnother),
        1 => Just(Step::AddUnverified),
        2 => Just(Step::CloseAdd),
        2 => (0..PROJECTS.len() as u8).prop_map(Step::LookUp),
        1 => Just(Step::CloseLookUp),
    ]
}

fn with_all() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..6u8).prop_map(Step::Rename),
        3 => (0..3u8).prop_map(Step::ReplaceEverywhere),
        2 => (0..3u8).prop_map(Step::ShowConnections),
        3 => Just(Step::DeleteArchived),
        3 => Just(Step::TestAll),
        1 => Just(Step::GoOnTesting),
        2 => Just(Step::OpenResult),
        4 => Just(Step::CloseTool),
    ]
}

fn by_others() -> impl Strategy<Value = Step> {
    let which = || 0..4u8;
    prop_oneof![
        4 => which().prop_map(Step::OthersLabel),
        3 => which().prop_map(Step::OthersKey),
        2 => which().prop_map(Step::OthersRemoveKey),
        2 => which().prop_map(Step::OthersDelete),
        2 => (0..PROJECTS.len() as u8).prop_map(Step::OthersAdd),
        2 => which().prop_map(Step::OthersTest),
        1 => Just(Step::OthersSwitch),
        2 => which().prop_map(Step::OthersArchive),
        1 => any::<bool>().prop_map(Step::Rights),
        2 => prop::sample::select(vec![TestIo::Answers, TestIo::IsDown, TestIo::AsksToWait]).prop_map(Step::TestIo),
    ]
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::AnswerAll => write!(f, "everything asked is answered"),
            Self::Answer(n) => write!(f, "open request {n} is answered"),
            Self::Serve(n) => write!(f, "open request {n} is done, but its answer is still on its way"),
            Self::Fail(n, fault) => write!(f, "open request {n} goes wrong: {fault:?}"),
            Self::TypeKey(n) => write!(f, "types the key {:?}", KEYS[usize::from(n)]),
            Self::TypeLabel(n) => write!(f, "types the label {:?}", LABELS[usize::from(n)]),
            Self::Open(n) => write!(f, "clicks row {n}"),
            Self::GoTo(n) => write!(f, "follows a link to connection {}", link(n)),
            Self::Filter(n) => write!(f, "chooses filter {n}"),
            Self::Return(true) => write!(f, "comes back to the window after a while"),
            Self::Return(false) => write!(f, "comes back to the window at once"),
            Self::SearchProjects(n) => write!(f, "types query {n} into the picker"),
            Self::Choose(n) => write!(f, "chooses option {n}"),
            Self::LookUp(n) => write!(f, "asks which connection project {n} uses"),
            Self::OthersLabel(n) => write!(f, "somebody else changes the label of connection {n}"),
            Self::OthersKey(n) => write!(f, "somebody else saves a key in connection {n}"),
            Self::OthersRemoveKey(n) => write!(f, "somebody else removes the key of connection {n}"),
            Self::OthersDelete(n) => write!(f, "somebody else deletes connection {n}"),
            Self::OthersAdd(n) => write!(f, "somebody else adds a connection for project {n}"),
            Self::TypeFirstKey(n) => {
                write!(f, "types the key {:?} for a new connection", KEYS[usize::from(n)])
            }
            Self::UseKeyOf(n) => write!(f, "takes the key of account {n} for a new connection"),
            Self::Rename(n) => write!(f, "calls account {} {:?}", n / 2, NAMES[usize::from(n % 2)]),
            Self::ReplaceEverywhere(n) => write!(f, "is about to replace the key of account {n} everywhere"),
            Self::ShowConnections(n) => write!(f, "lists the connections of account {n}"),
            Self::OthersArchive(n) => write!(f, "somebody else archives the project of connection {n}"),
            Self::OthersTest(n) => write!(f, "somebody else tests connection {n}"),
            Self::OthersSwitch => write!(f, "somebody else switches Global on or off"),
            Self::Rights(may) => write!(
                f,
                "the right to manage is {}",
                if may { "given" } else { "taken" }
            ),
            Self::TestIo(does) => write!(f, "Test IO: {does:?}"),
            ref plain => write!(f, "the person: {plain:?}"),
        }
    }
}

/// The connection behind a link; one never exists.
pub fn link(number: u8) -> String {
    match number {
        0 => "global".into(),
        5 => "99".into(),
        other => (u32::from(other) + 10).to_string(),
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.impatient {
            writeln!(f, "  (nothing has been answered yet)")?;
        }
        for (index, step) in self.steps.iter().enumerate() {
            writeln!(f, "  {:2}. {step}", index + 1)?;
        }
        Ok(())
    }
}
