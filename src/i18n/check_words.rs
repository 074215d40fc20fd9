//! The words for what a check found: what a step is called, why it failed and what to do about it.

use super::{
    I18n,
    catalog::{CauseTexts, MaintenanceTexts},
};
use crate::domain::check::{Cause, CheckedStep, KeyStatus, Reason, Step, host_and_port};

/// Why a step failed, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CauseWords {
    /// Why.
    pub cause: String,
    /// Who to ask, for what.
    pub advice: String,
}

/// What a step is called.
pub fn step(texts: &MaintenanceTexts, step: Step) -> &'static str {
    let texts = &texts.health.step;
    match step {
        Step::Database => texts.database,
        Step::Name => texts.name,
        Step::Connect => texts.connect,
        Step::Tls => texts.tls,
        Step::Api => texts.api,
        Step::Keys => texts.keys,
    }
}

/// Why a step failed, and what to do about it.
pub fn cause(texts: &MaintenanceTexts, step: &CheckedStep, cause: Cause) -> CauseWords {
    let texts = &texts.health.cause;
    // What the way led to first, and what was to be reached.
    let proxy = step.proxy.as_deref();
    let address = step.address.as_deref().unwrap_or("Test IO");
    let for_firewalls = |peer: &str| match host_and_port(peer) {
        Some((host, port)) => texts.host_port.with(host, port),
        None => peer.to_owned(),
    };
    let about = |words: CauseTexts, peer: &str, target: &str| CauseWords {
        cause: words.cause.with(peer),
        advice: words.advice.with(&for_firewalls(target)),
    };
    let of_peer = |direct: CauseTexts, by_proxy: CauseTexts| match proxy {
        Some(proxy) => about(by_proxy, proxy, proxy),
        None => about(direct, address, address),
    };
    let status = step
        .http_status
        .map(|status| status.to_string())
        .unwrap_or_default();
    match cause {
        Cause::Database => about(texts.database, address, address),
        Cause::NameNotFound => about(texts.name_not_found, address, address),
        Cause::Refused => of_peer(texts.refused, texts.proxy_no_connection),
        Cause::TimedOut => match step.step {
            Step::Database => about(texts.database_timed_out, address, address),
            Step::Name => about(texts.name_timed_out, address, address),
            Step::Connect => of_peer(texts.timed_out, texts.proxy_timed_out),
            Step::Tls => about(texts.tls_timed_out, address, address),
            Step::Api => about(texts.api_timed_out, address, address),
            Step::Keys => about(texts.keys_timed_out, address, address),
        },
        Cause::NoRoute => of_peer(texts.no_route, texts.proxy_no_route),
        Cause::Closed => match step.step {
            Step::Connect => about(texts.closed, proxy.unwrap_or(address), address),
            Step::Database | Step::Name | Step::Tls | Step::Api | Step::Keys => {
                about(texts.closed, address, address)
            }
        },
        Cause::Certificate => about(texts.certificate, address, address),
        Cause::Tls => about(texts.tls, address, address),
        Cause::ProxyAuthentication => {
            let proxy = proxy.unwrap_or(address);
            about(texts.proxy_authentication, proxy, proxy)
        }
        Cause::ProxyRefused => about(texts.proxy_refused, proxy.unwrap_or(address), address),
        Cause::HttpStatus => match step.http_status {
            Some(429 | 500..) => about(texts.unavailable, &status, address),
            Some(_) | None => about(texts.http_status, &status, address),
        },
        Cause::NotTestIo => about(texts.not_test_io, address, address),
        Cause::KeysNotAccepted => about(texts.keys_not_accepted, address, address),
        Cause::Unknown => about(texts.unknown, address, address),
    }
}

/// Why a step was not tried. Nothing where that is not known.
pub fn reason(texts: &MaintenanceTexts, reason: Reason) -> Option<&'static str> {
    let texts = &texts.health;
    match reason {
        Reason::EarlierStepFailed => Some(texts.earlier_failed),
        Reason::NotUsed => Some(texts.not_used),
        Reason::NothingStored => Some(texts.nothing_stored),
        Reason::Unknown => None,
    }
}

/// What Test IO said of a key that it did not accept.
pub fn key_status(texts: &MaintenanceTexts, status: KeyStatus) -> &'static str {
    let texts = &texts.health.keys;
    match status {
        KeyStatus::Rejected => texts.rejected,
        KeyStatus::Unreachable => texts.unreachable,
        KeyStatus::RateLimited => texts.rate_limited,
        KeyStatus::Unknown => texts.unknown,
    }
}

/// How long a step took.
pub fn duration(i18n: I18n, ms: u32) -> String {
    let texts = &i18n.maintenance().health;
    match ms {
        0 => texts.took_milliseconds.with(&["< ", &i18n.number(1)].concat()),
        1..1_000 => texts.took_milliseconds.with(&i18n.number(ms)),
        _ => texts.took.with(&i18n.duration(ms)),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::collections::BTreeSet;

    use super::{cause, key_status, step};
    use crate::{
        domain::check::{Cause, CheckedStep, KeyStatus, Outcome, Step},
        i18n::Language,
    };

    fn failed(step: Step, cause: Cause, proxy: Option<&str>, status: Option<u32>) -> CheckedStep {
        CheckedStep {
            step,
            outcome: Outcome::Failed(cause),
            duration_ms: 1,
            http_status: status,
            detail: None,
            address: Some("api.test.io:443".into()),
            proxy: proxy.map(str::to_owned),
        }
    }

    #[test]
    fn every_cause_at_every_step_is_named_and_has_advice_in_every_language() {
        for language in [Language::English, Language::German] {
            let texts = language.maintenance();
            for at in Step::ALL {
                assert!(!step(texts, at).is_empty());
                for why in Cause::ALL {
                    for proxy in [None, Some("proxy.example.com:3128")] {
                        let words = cause(texts, &failed(at, why, proxy, Some(503)), why);
                        for text in [&words.cause, &words.advice] {
                            assert!(text.ends_with('.') && text.len() > 20, "{at:?} {why:?}: {text}");
                            assert!(!text.contains("{}"), "{at:?} {why:?}: {text}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn no_two_causes_are_worded_the_same() {
        for language in [Language::English, Language::German] {
            let worded = Cause::ALL.map(|why| {
                cause(
                    language.maintenance(),
                    &failed(Step::Api, why, None, Some(404)),
                    why,
                )
                .cause
            });
            assert_eq!(worded.iter().collect::<BTreeSet<_>>().len(), worded.len());
            let statuses = [
                KeyStatus::Rejected,
                KeyStatus::Unreachable,
                KeyStatus::RateLimited,
                KeyStatus::Unknown,
            ];
            let said = statuses.map(|status| key_status(language.maintenance(), status));
            assert_eq!(said.iter().collect::<BTreeSet<_>>().len(), said.len());
        }
    }

    /// What a network team has to be told.
    #[test]
    fn advice_names_what_is_to_be_allowed() {
        let texts = Language::English.maintenance();
        let proxy = Some("proxy.example.com:3128");
        for (at, why, proxy, status, says, advises) in [
            (
                Step::Connect,
                Cause::Refused,
                None,
                None,
                "Nothing accepts connections at api.test.io:443.",
                "allow HTTPS from Jira’s server to api.test.io, port 443.",
            ),
            (
                Step::Connect,
                Cause::Refused,
                proxy,
                None,
                "The proxy proxy.example.com:3128 does not accept connections.",
                "-Dhttps.proxyPort",
            ),
            (
                Step::Connect,
                Cause::TimedOut,
                None,
                None,
                "no answer from api.test.io:443 in time.",
                "A firewall probably drops",
            ),
            (
                Step::Connect,
                Cause::ProxyRefused,
                proxy,
                Some(403),
                "The proxy proxy.example.com:3128 does not let",
                "allow HTTPS to api.test.io, port 443.",
            ),
            (
                Step::Connect,
                Cause::ProxyAuthentication,
                proxy,
                Some(407),
                "The proxy proxy.example.com:3128 wants",
                "-Dhttp.proxyUser and -Dhttp.proxyPassword",
            ),
            (
                Step::Tls,
                Cause::Certificate,
                None,
                None,
                "does not trust the certificate of api.test.io:443.",
                "import its root certificate into the trust store",
            ),
            (
                Step::Api,
                Cause::HttpStatus,
                None,
                Some(503),
                "not available at the moment: HTTP status 503.",
                "in a few minutes",
            ),
            (
                Step::Api,
                Cause::HttpStatus,
                None,
                Some(302),
                "HTTP status 302.",
                "answers in place of api.test.io, port 443",
            ),
        ] {
            let words = cause(texts, &failed(at, why, proxy, status), why);
            assert!(words.cause.contains(says), "{words:?}");
            assert!(words.advice.contains(advises), "{words:?}");
        }
    }
}
