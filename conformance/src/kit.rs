//! What rules work with: the server, somebody to ask it as, and connections of their own to try things on.

mod connection;
mod guard;
mod lists;
mod meanwhile;
mod own_keys;
mod tidy;

use std::cell::{Cell, OnceCell, RefCell};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::bail;
use sandbox::contract::Contract;
use serde_json::Value;

use crate::exchange::{Exchange, Request};
use crate::options::{Checking, Clearing, Login, Options, Writing};
use crate::rule::Need;
use crate::secrets::{MADE_UP, Secrets};
use crate::session::{Received, Session};
use crate::test_io::TestIo;
use crate::verdict::{Verdict, not_checked};
use crate::watch::Watch;

pub use connection::Connection;
pub(crate) use lists::parameter;
use own_keys::OwnKeys;
use tidy::Made;

/// Where the REST API is, below the context path.
pub const REST: &str = "/rest/testio/1.0";

/// The id of no connection and of no project.
pub const NOWHERE: &str = "conformance-nowhere";

/// The id of no job.
pub const NO_JOB: &str = "CONFORMANCE_NOWHERE";

/// Who sends a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Somebody who may administer Jira.
    Admin,
    /// Somebody who may not.
    Viewer,
    /// Nobody, that is a request without a login.
    Nobody,
}

/// The server, and everything that a run knows about it.
#[derive(Debug)]
pub struct Kit {
    options: Options,
    admin: Session,
    viewer: Option<Session>,
    nobody: Session,
    /// What is looked for in all answers.
    pub(crate) watch: Watch,
    pub(crate) secrets: Secrets,
    /// The ids and keys of projects that may get a connection.
    free: OnceCell<Vec<(String, String)>>,
    /// Connections that were made, with the index of their project; those that are gone stay in the list.
    made: RefCell<Vec<Made>>,
    own_keys: OwnKeys,
    /// Global as it was at the start.
    global_before: Value,
    texts: Cell<usize>,
}

impl Kit {
    /// Logs everybody in.
    ///
    /// # Errors
    /// There is no server, or somebody cannot log in.
    pub fn connect(options: Options) -> anyhow::Result<Self> {
        let log_in = |login: &Login| Session::log_in(&options.base_url, options.method, login);
        let secrets = Secrets::default();
        if let Some(key) = &options.accepted_key {
            secrets.add("accepted key", key.expose());
        }
        if let Some(key) = &options.refused_key {
            secrets.add("refused key", key.expose());
        }
        if let Some(test_io) = &options.test_io {
            secrets.add("accepted key", test_io.accepted_key());
            secrets.add("other accepted key", test_io.other_accepted_key());
            secrets.add("refused key", test_io.refused_key());
        }
        let mut kit = Self {
            admin: log_in(&options.admin)?,
            viewer: options.viewer.as_ref().map(log_in).transpose()?,
            nobody: Session::anonymous(&options.base_url)?,
            watch: Watch::new(Contract::load()?),
            secrets,
            free: OnceCell::new(),
            made: RefCell::default(),
            own_keys: OwnKeys::default(),
            global_before: Value::Null,
            texts: Cell::new(0),
            options,
        };
        for who in [Who::Admin, Who::Viewer] {
            kit.assert_logged_in(who)?;
        }
        if let Ok(global) = kit.admin(Request::get("/connections/global")) {
            kit.global_before = global.json();
        }
        Ok(kit)
    }

    fn assert_logged_in(&self, who: Who) -> anyhow::Result<()> {
        let Some(login) = self.login(who) else {
            return Ok(());
        };
        let address = format!("{}{REST}", self.options.base_url.as_str().trim_end_matches('/'));
        match self.send(who, Request::get("/connections/summary")) {
            Ok(answer) if answer.status == 404 => {
                bail!("there is no Test IO plugin at {address}: {}", answer.came)
            }
            Ok(answer) if answer.status < 300 || answer.status >= 500 => Ok(()),
            Ok(answer) => bail!("{} is not logged in at {address}: {}", login.name, answer.came),
            Err(_) => bail!("no answer from {address}"),
        }
    }

    /// Who that is, if there is somebody.
    pub(crate) fn login(&self, who: Who) -> Option<&Login> {
        match who {
            Who::Admin => Some(&self.options.admin),
            Who::Viewer => self.options.viewer.as_ref(),
            Who::Nobody => None,
        }
    }

    /// Sends a request as somebody.
    pub(crate) fn send(&self, who: Who, request: Request) -> Verdict<Exchange> {
        self.may_send(&request)?;
        let session = match who {
            Who::Admin => &self.admin,
            Who::Viewer => match &self.viewer {
                Some(viewer) => viewer,
                None => return not_checked("nobody without the right to administer is known"),
            },
            Who::Nobody => &self.nobody,
        };
        self.take(who, &request, session.send(REST, &request))
    }

    /// Looks at what came back.
    fn take(&self, who: Who, request: &Request, received: reqwest::Result<Received>) -> Verdict<Exchange> {
        let described = self.describe(who, request);
        let Received {
            status,
            headers,
            text,
        } = match received {
            Ok(received) => received,
            Err(error) => return not_checked(format!("{described}: no answer ({})", error.without_url())),
        };
        let exchange = Exchange {
            came: self.secrets.redact(&in_words(status.as_u16(), &headers, &text)),
            request: described,
            status: status.as_u16(),
            headers,
            text,
        };
        self.note_made(request, &exchange);
        self.note_key(request, &exchange);
        self.watch.look(who, request, &exchange, &self.secrets);
        Ok(exchange)
    }

    /// Sends a request as an administrator.
    pub(crate) fn admin(&self, request: Request) -> Verdict<Exchange> {
        self.send(Who::Admin, request)
    }

    fn describe(&self, who: Who, request: &Request) -> String {
        let mut text = format!("{} {}", request.method, request.path);
        match who {
            Who::Admin => {}
            Who::Viewer => text.push_str(", by a user without the right to administer"),
            Who::Nobody => text.push_str(", without a login"),
        }
        let usual = ["accept"];
        for (name, value) in request
            .headers
            .iter()
            .filter(|(name, _)| !usual.contains(&name.as_str()))
        {
            text.push_str(&format!(", {name}: {value}"));
        }
        if let Some(body) = &request.body {
            text.push_str(&format!(", body {}", shortened(body)));
        }
        self.secrets.redact(&text)
    }

    /// What a rule needs and does not get.
    pub(crate) fn lacks(&self, needs: &[Need]) -> Option<Need> {
        needs.iter().copied().find(|need| match need {
            Need::Write => self.options.writing == Writing::Never,
            Need::Global => self.options.writing != Writing::OwnConnectionsAndGlobal,
            Need::Clear => self.options.clearing == Clearing::Never,
            Need::Viewer => self.viewer.is_none(),
            Need::AcceptedKey => self.accepted_key().is_err(),
            Need::RefusedKey => self.refused_key().is_err(),
            Need::OwnTestIo => self.options.test_io.is_none(),
            Need::GoneProject => self.options.gone_project.is_none(),
            Need::Checks => self.options.checking == Checking::Never,
        })
    }

    /// A key that Test IO accepts.
    pub(crate) fn accepted_key(&self) -> Verdict<&str> {
        match (&self.options.test_io, &self.options.accepted_key) {
            (Some(test_io), _) => Ok(test_io.accepted_key()),
            (None, Some(key)) => Ok(key.expose()),
            (None, None) => not_checked("no key is known that Test IO accepts"),
        }
    }

    /// A key that Test IO refuses.
    pub(crate) fn refused_key(&self) -> Verdict<&str> {
        match (&self.options.test_io, &self.options.refused_key) {
            (Some(test_io), _) => Ok(test_io.refused_key()),
            (None, Some(key)) => Ok(key.expose()),
            (None, None) => not_checked("no key is known that Test IO refuses"),
        }
    }

    /// The stand-in for Test IO.
    pub(crate) fn test_io(&self) -> Verdict<&TestIo> {
        match &self.options.test_io {
            Some(test_io) => Ok(test_io),
            None => not_checked("the kit does not stand in for Test IO"),
        }
    }

    /// A project that has been archived or deleted.
    pub(crate) fn gone_project(&self) -> Verdict<&str> {
        match &self.options.gone_project {
            Some(project) => Ok(project),
            None => not_checked("no archived or deleted project is known"),
        }
    }

    /// A key of a possible form that nobody has, to be stored with `verify: false`.
    pub(crate) fn made_up_key(&self) -> String {
        let key = random_key();
        self.secrets.add(MADE_UP, &key);
        key
    }

    /// Looks for another key in all answers from now on.
    pub(crate) fn keep_secret(&self, key: &str) {
        self.secrets.add(MADE_UP, key);
    }

    /// A label that no connection has had before in this run.
    pub(crate) fn label(&self) -> String {
        self.texts.set(self.texts.get() + 1);
        format!("Conformance {}", self.texts.get())
    }

    /// Jira's address.
    pub(crate) fn base_url(&self) -> &reqwest::Url {
        &self.options.base_url
    }

    pub(crate) fn global_before(&self) -> &Value {
        &self.global_before
    }
}

/// An answer in words.
fn in_words(status: u16, headers: &reqwest::header::HeaderMap, text: &str) -> String {
    let told = ["content-type", "etag", "location", "x-ausername", "cache-control"];
    let headers: String = told
        .iter()
        .filter_map(|name| Some((name, headers.get(*name)?)))
        .map(|(name, value)| format!(", {name}: {}", String::from_utf8_lossy(value.as_bytes())))
        .collect();
    if text.is_empty() {
        format!("{status}{headers}, no body")
    } else {
        format!("{status}{headers}, body {}", shortened(text))
    }
}

/// As much of a text as helps.
fn shortened(text: &str) -> String {
    const ENOUGH: usize = 600;
    match text.char_indices().nth(ENOUGH) {
        Some((end, _)) => format!("{}… ({} bytes)", &text[..end], text.len()),
        None => text.to_owned(),
    }
}

/// 40 hexadecimal digits, as Test IO's keys are.
pub(crate) fn random_key() -> String {
    let mut random = [0_u8; 20];
    // Without randomness the keys are all alike, which no rule minds.
    let _ = getrandom::fill(&mut random);
    random.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a mutex holds, also when somebody who held it panicked.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
