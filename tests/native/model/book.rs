//! Who confirmed what, and what came of it.

use testio_connection::api::request::Method;

use super::jira::Commit;

/// One thing that the person wants done, over all the attempts that it takes.
#[derive(Clone, Debug)]
pub struct Chain {
    pub id: String,
    /// What is wanted, with all that is sent for it.
    pub what: String,
    /// The version that the person had seen when they last confirmed it.
    pub base: u32,
    /// How often it took effect since somebody else changed the same connection.
    pub commits: u32,
    /// Whether the page has said that it is done, or the person no longer wants it.
    closed: bool,
    /// The key that may be sent for it.
    key: Option<String>,
}

/// A change by the page, and the chain behind it.
#[derive(Clone, Debug)]
struct Own {
    id: String,
    version: u32,
    /// None for what a dialog did.
    chain: Option<usize>,
}

/// The book.
#[derive(Default)]
pub struct Book {
    pub chains: Vec<Chain>,
    /// How often the person confirmed something that the page took on.
    pub clicks: usize,
    pub writes_sent: usize,
    /// Writes that were refused as those of an older version. The page may send such a one again if nothing differs that
    /// anybody can edit.
    pub refused_as_stale: usize,
    /// The key that the last new connection may begin with.
    pub adding: Option<String>,
    /// The connections that are being deleted together.
    pub deleting: Vec<String>,
    /// Whether many connections are being tested.
    pub testing: bool,
    own: Vec<Own>,
    /// The key that the last test of a connection may carry.
    tested: Option<(String, Option<String>)>,
}

impl Book {
    /// The person confirms something. The same thing again, as long as it is not done, goes on with the same chain.
    pub fn confirm(&mut self, id: &str, what: String, base: u32, key: Option<String>) {
        let again = self
            .current(id)
            .filter(|last| self.chains[*last].what == what && !self.chains[*last].closed);
        match again {
            Some(last) => self.chains[last].base = base,
            None => self.chains.push(Chain {
                id: id.into(),
                what,
                base,
                commits: 0,
                closed: false,
                key,
            }),
        }
    }

    /// The last chain of a connection.
    pub fn current(&self, id: &str) -> Option<usize> {
        self.chains.iter().rposition(|chain| chain.id == id)
    }

    pub fn close(&mut self, id: &str) {
        if let Some(last) = self.current(id) {
            self.chains[last].closed = true;
        }
    }

    /// The person confirms a test, which changes nothing.
    pub fn note_test(&mut self, id: &str, key: Option<String>) {
        self.tested = Some((id.into(), key));
    }

    /// Whether a request may carry a key: it was typed for this very write, or for this very test.
    pub fn may_carry(&self, method: Method, id: &str, key: &str) -> bool {
        match method {
            Method::Put => self
                .current(id)
                .is_some_and(|last| self.chains[last].key.as_deref() == Some(key)),
            Method::Post => self
                .tested
                .as_ref()
                .is_some_and(|(of, tested)| of == id && tested.as_deref() == Some(key)),
            Method::Get | Method::Delete => false,
        }
    }

    /// A write of the page took effect.
    pub fn committed(&mut self, commit: &Commit, chain: usize) -> Result<(), String> {
        self.own.push(Own {
            id: commit.id.clone(),
            version: commit.version,
            chain: Some(chain),
        });
        let chain = &mut self.chains[chain];
        chain.commits += 1;
        if chain.commits > 1 {
            return Err(format!(
                "{} in connection {} was done twice",
                chain.what, chain.id
            ));
        }
        Ok(())
    }

    /// The page changed a connection by something else than an attempt of its pane.
    pub fn changed_from_elsewhere(&mut self, commit: &Commit, chain: Option<usize>) {
        self.own.push(Own {
            id: commit.id.clone(),
            version: commit.version,
            chain,
        });
        self.changed_by_others(&commit.id);
    }

    /// Somebody else changed a connection: what was done to it before may have to be done again.
    pub fn changed_by_others(&mut self, id: &str) {
        for chain in &mut self.chains {
            if chain.id == id {
                chain.commits = 0;
            }
        }
    }

    /// Whether the page changed a connection after a version, by something other than its last chain.
    pub fn changed_otherwise(&self, id: &str, after: u32) -> bool {
        let last = self.current(id);
        self.own
            .iter()
            .any(|own| own.id == id && own.version > after && (own.chain.is_none() || own.chain != last))
    }
}
