//! What a run came to, for people and for programs.

use std::fmt::{self, Display, Formatter};

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::rule::{Need, Rule};
use crate::rules;
use crate::verdict::Finding;

/// What came of one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Outcome {
    /// The server keeps it, as far as can be seen.
    Kept,
    /// The server breaks it.
    Broken {
        /// What shows that.
        findings: Vec<Finding>,
    },
    /// There is no saying.
    NotChecked {
        /// The reason.
        why: String,
    },
}

/// A rule and what came of it.
#[derive(Debug, Clone)]
pub struct Tried {
    /// The rule.
    pub rule: Rule,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a run.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The server.
    pub base_url: String,
    /// All rules, in the order of their groups.
    #[serde(rename = "rules")]
    pub tried: Vec<Tried>,
    /// What the kit could not tidy up.
    pub left_behind: Vec<String>,
}

impl Serialize for Tried {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut tried = serializer.serialize_struct("Tried", 5)?;
        tried.serialize_field("id", self.rule.id)?;
        tried.serialize_field("rule", self.rule.says)?;
        tried.serialize_field("source", self.rule.source)?;
        let takes: Vec<&str> = self.rule.needs.iter().map(|need| need.word()).collect();
        tried.serialize_field("takes", &takes)?;
        tried.serialize_field("result", &self.outcome)?;
        tried.end()
    }
}

impl Report {
    /// The names of the rules that are broken.
    #[must_use]
    pub fn broken(&self) -> Vec<&'static str> {
        self.ids(|outcome| matches!(outcome, Outcome::Broken { .. }))
    }

    /// The names of the rules of which there is no saying.
    #[must_use]
    pub fn not_checked(&self) -> Vec<&'static str> {
        self.ids(|outcome| matches!(outcome, Outcome::NotChecked { .. }))
    }

    /// Whether no rule is broken and nothing was left behind.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.broken().is_empty() && self.left_behind.is_empty()
    }

    fn ids(&self, wanted: impl Fn(&Outcome) -> bool) -> Vec<&'static str> {
        self.tried
            .iter()
            .filter(|tried| wanted(&tried.outcome))
            .map(|tried| tried.rule.id)
            .collect()
    }
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} and docs/rest-api.yaml", self.base_url)?;
        for group in rules::groups() {
            let ours = |tried: &&Tried| group.rules.iter().any(|rule| rule.id == tried.rule.id);
            let mut tried = self.tried.iter().filter(ours).peekable();
            if tried.peek().is_some() {
                writeln!(f, "\n{}", group.title)?;
            }
            for tried in tried {
                write!(f, "{tried}")?;
            }
        }
        let (broken, not_checked) = (self.broken().len(), self.not_checked().len());
        let kept = self.tried.len() - broken - not_checked;
        if !self.left_behind.is_empty() {
            writeln!(f, "\nleft behind: {}", self.left_behind.join("; "))?;
        }
        writeln!(f, "\n{kept} kept, {broken} broken, {not_checked} not checked")
    }
}

impl Display for Tried {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Rule { id, says, source, .. } = self.rule;
        let says = if self.rule.needs.contains(&Need::Write) {
            format!("{says} [writes]")
        } else {
            says.to_owned()
        };
        match &self.outcome {
            Outcome::Kept => writeln!(f, "  kept         {id}: {says}"),
            Outcome::NotChecked { why } => {
                writeln!(f, "  not checked  {id}: {says}\n               {why}")
            }
            Outcome::Broken { findings } => {
                writeln!(f, "  BROKEN       {id}: {says}\n    where it stands  {source}")?;
                for finding in findings {
                    writeln!(f, "    request          {}", finding.request)?;
                    writeln!(f, "    what came        {}", finding.came)?;
                    writeln!(f, "    expected         {}", finding.expected)?;
                }
                Ok(())
            }
        }
    }
}
