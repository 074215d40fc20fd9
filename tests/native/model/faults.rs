//! What can go wrong with a request (section "When things go wrong" of the contract and of Jira itself).

use testio_connection::api::{NoAnswer, RawAnswer};

use super::answers::{empty, json, problem};

/// A way for a request to go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    LoginAsJson,
    LoginPage,
    LoginRedirect,
    Anonymous,
    WebSudoAsJson,
    WebSudoAsXml,
    WebSudoHeader,
    CrossSite,
    Forbidden,
    BusyForSeconds,
    BusyForEver,
    PluginDisabled,
    ExistsWithoutId,
    StaleWithoutBody,
    KeyRefused,
    TestIoDown,
    TestIoBusy,
    ProxyError,
    OfflineBefore,
    TimedOutBefore,
    LostAfter,
    TimedOutAfter,
    StackTraceAfter,
    TruncatedAfter,
    EmptyAfter,
    WrongTypesAfter,
    ProxyPageAfter,
}

/// When a fault strikes, seen from the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strikes {
    /// The plugin never sees the request.
    Before,
    /// Nobody waits any more, but the server may get to it later.
    Meanwhile,
    /// What was asked for has been done.
    After,
}

impl Fault {
    pub const ALL: [Self; 27] = [
        Self::OfflineBefore,
        Self::LostAfter,
        Self::LoginAsJson,
        Self::LoginPage,
        Self::LoginRedirect,
        Self::Anonymous,
        Self::WebSudoAsJson,
        Self::WebSudoAsXml,
        Self::WebSudoHeader,
        Self::CrossSite,
        Self::Forbidden,
        Self::BusyForSeconds,
        Self::BusyForEver,
        Self::PluginDisabled,
        Self::ExistsWithoutId,
        Self::StaleWithoutBody,
        Self::KeyRefused,
        Self::TestIoDown,
        Self::TestIoBusy,
        Self::ProxyError,
        Self::TimedOutBefore,
        Self::TimedOutAfter,
        Self::StackTraceAfter,
        Self::TruncatedAfter,
        Self::EmptyAfter,
        Self::WrongTypesAfter,
        Self::ProxyPageAfter,
    ];

    pub fn strikes(self) -> Strikes {
        match self {
            Self::TimedOutBefore => Strikes::Meanwhile,
            Self::LostAfter
            | Self::TimedOutAfter
            | Self::StackTraceAfter
            | Self::TruncatedAfter
            | Self::EmptyAfter
            | Self::WrongTypesAfter
            | Self::ProxyPageAfter => Strikes::After,
            _ => Strikes::Before,
        }
    }

    /// What arrives, if `honest` is what the server had to say.
    pub fn arrives(self, honest: &RawAnswer) -> Result<RawAnswer, NoAnswer> {
        let nothing = serde_json::json!({});
        Ok(match self {
            Self::LoginAsJson => json(401, &nothing),
            Self::LoginPage => html(200, "<form action=\"/login.jsp\">"),
            Self::LoginRedirect => RawAnswer {
                redirected: true,
                ..empty(0)
            },
            Self::Anonymous => RawAnswer {
                user_name: Some("anonymous".into()),
                ..json(403, &nothing)
            },
            Self::WebSudoAsJson => json(401, &serde_json::json!({"reason": "websudo"})),
            Self::WebSudoAsXml => RawAnswer {
                content_type: "application/xml".into(),
                body: "<status><message>WebSudo required</message></status>".into(),
                ..empty(403)
            },
            Self::WebSudoHeader => RawAnswer {
                web_sudo: Some("Has-Authentication".into()),
                ..empty(401)
            },
            Self::CrossSite => html(403, "XSRF check failed"),
            Self::Forbidden => problem(403, "FORBIDDEN"),
            Self::BusyForSeconds => RawAnswer {
                retry_after: Some("7".into()),
                ..empty(429)
            },
            Self::BusyForEver => RawAnswer {
                retry_after: Some("99999999999".into()),
                ..empty(429)
            },
            Self::PluginDisabled => html(404, "Oops, you've found a dead link."),
            Self::ExistsWithoutId => problem(409, "CONNECTION_EXISTS"),
            Self::StaleWithoutBody => problem(412, "STALE"),
            Self::KeyRefused => problem(422, "KEY_REJECTED"),
            Self::TestIoDown => problem(424, "TESTIO_UNREACHABLE"),
            Self::TestIoBusy => problem(424, "TESTIO_RATE_LIMITED"),
            Self::ProxyError => html(502, "Bad gateway"),
            Self::OfflineBefore | Self::LostAfter => return Err(NoAnswer::Offline),
            Self::TimedOutBefore | Self::TimedOutAfter => return Err(NoAnswer::TimedOut),
            Self::StackTraceAfter => html(500, "java.lang.NullPointerException"),
            Self::TruncatedAfter => RawAnswer {
                body: honest.body.chars().take(honest.body.len() / 2).collect(),
                content_type: "application/json".into(),
                status: 200,
                ..honest.clone()
            },
            Self::EmptyAfter => RawAnswer {
                content_type: "application/json".into(),
                ..empty(200)
            },
            Self::WrongTypesAfter => json(200, &serde_json::json!({"version": "seven", "total": []})),
            Self::ProxyPageAfter => html(200, "<h1>Welcome to the proxy</h1>"),
        })
    }
}

fn html(status: u16, body: &str) -> RawAnswer {
    RawAnswer {
        content_type: "text/html;charset=utf-8".into(),
        body: body.into(),
        ..empty(status)
    }
}
