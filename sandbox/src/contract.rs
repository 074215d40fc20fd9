//! The written contract, `docs/rest-api.yaml`, as something that checks requests and responses while the sandbox runs.

mod document;
mod middleware;
mod named;
mod operation;
mod response;
mod violations;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::http::{HeaderMap, Method, StatusCode};

use document::Document;
use operation::Operation;
use response::Responses;

pub use middleware::{JiraAnswer, Streamed, answer_violations, check_request, check_response};
pub use violations::{Direction, Violation, Violations};

/// The contract as it is written.
const TEXT: &str = include_str!("../../docs/rest-api.yaml");

/// The contract, compiled.
#[derive(Debug)]
pub struct Contract {
    operations: Vec<Operation>,
    /// What Jira's filters answer before the plugin is asked, by name.
    jira_answers: BTreeMap<String, Responses>,
}

/// What a request asks for, by the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    /// The operation of that index.
    Found(usize),
    /// The path exists, but not with this method.
    UnknownMethod,
    /// There is no such path.
    UnknownPath,
}

/// A request in the parts that the contract speaks of.
#[derive(Debug, Clone, Copy)]
pub struct RequestParts<'a> {
    /// The query string without its question mark, empty if there is none.
    pub query: &'a str,
    /// The headers.
    pub headers: &'a HeaderMap,
    /// The whole body.
    pub body: &'a [u8],
}

/// A response in the parts that the contract speaks of.
#[derive(Debug, Clone, Copy)]
pub struct ResponseParts<'a> {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: &'a HeaderMap,
    /// The whole body.
    pub body: &'a [u8],
}

impl Contract {
    /// The contract, which is compiled once: that takes longer than most of what it checks.
    ///
    /// # Errors
    /// The document is not what it should be, which its own tests would show.
    pub fn load() -> anyhow::Result<&'static Self> {
        static COMPILED: LazyLock<anyhow::Result<Contract>> = LazyLock::new(|| Contract::from_text(TEXT));
        COMPILED.as_ref().map_err(|error| anyhow::anyhow!("{error:#}"))
    }

    fn from_text(text: &str) -> anyhow::Result<Self> {
        let document = Document::parse(text)?;
        Ok(Self {
            operations: operation::all(&document)?,
            jira_answers: document
                .jira_answers()?
                .iter()
                .map(|(name, responses)| Ok((name.clone(), Responses::read(&document, responses, name)?)))
                .collect::<anyhow::Result<_>>()?,
        })
    }

    /// The operation for a path below the REST base.
    #[must_use]
    pub fn find(&self, method: &Method, path: &str) -> Lookup {
        // A template without parameters beats one with, as in every router.
        let mut matching: Vec<usize> = (0..self.operations.len())
            .filter(|&index| self.operations[index].matches(path))
            .collect();
        matching.sort_by_key(|&index| self.operations[index].parameter_count());
        let Some(&best) = matching.first() else {
            return Lookup::UnknownPath;
        };
        let specificity = self.operations[best].parameter_count();
        matching
            .into_iter()
            .filter(|&index| self.operations[index].parameter_count() == specificity)
            .find(|&index| self.operations[index].method() == method)
            .map_or(Lookup::UnknownMethod, Lookup::Found)
    }

    /// Every `operationId`, in the order of the document.
    pub fn operation_ids(&self) -> impl Iterator<Item = &str> {
        self.operations.iter().map(Operation::id)
    }

    /// The `operationId` of an operation that was found.
    #[must_use]
    pub fn operation_id(&self, operation: usize) -> &str {
        self.operations[operation].id()
    }

    /// What is wrong with a request, in words that repeat nothing of its values.
    #[must_use]
    pub fn request_problems(&self, operation: usize, request: RequestParts<'_>) -> Vec<String> {
        self.operations[operation].request_problems(request)
    }

    /// What is wrong with a response, in words that repeat nothing of its values.
    #[must_use]
    pub fn response_problems(&self, operation: usize, response: ResponseParts<'_>) -> Vec<String> {
        self.operations[operation].response_problems(response)
    }

    /// What one of Jira's filters may answer to a request without a session.
    pub fn without_session(&self) -> impl Iterator<Item = JiraAnswer> {
        ["restStatus", "loginPage", "loginRedirect"]
            .into_iter()
            .map(JiraAnswer)
    }

    /// What is wrong with an answer that one of Jira's filters gives in the plugin's place.
    #[must_use]
    pub fn jira_answer_problems(
        &self,
        JiraAnswer(name): JiraAnswer,
        response: ResponseParts<'_>,
    ) -> Vec<String> {
        match self.jira_answers.get(name) {
            Some(responses) => responses.problems(name, response),
            None => vec![format!("the contract knows no answer {name} of Jira's")],
        }
    }
}

#[cfg(test)]
#[path = "contract/tests.rs"]
mod tests;
