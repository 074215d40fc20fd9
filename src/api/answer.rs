//! An answer before anybody has said what it means.

/// What came back, reduced to what decides its meaning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawAnswer {
    /// HTTP status; 0 for a redirect, which the browser hides.
    pub status: u16,
    /// `Content-Type`, lower case.
    pub content_type: String,
    /// `Retry-After`; a date already turned into seconds from now.
    pub retry_after: Option<String>,
    /// `X-AUSERNAME`: who Jira thinks is asking.
    pub user_name: Option<String>,
    /// `X-Atlassian-WebSudo`.
    pub web_sudo: Option<String>,
    /// The server tried to send the request elsewhere. The contract has no redirects, so that is a login page.
    pub redirected: bool,
    /// The body as text; empty where it was streamed.
    pub body: String,
    /// The body is what was asked for, and has gone to the request's sink.
    pub was_streamed: bool,
}

/// Why there is no answer at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// The browser was offline before it was to be sent.
    NotSent,
    /// The network failed.
    Offline,
    /// It took too long.
    TimedOut,
    /// Whoever asked stopped waiting.
    GivenUp,
}
