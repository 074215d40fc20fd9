//! Connections that rules may change.

use serde_json::{Value, json};

use super::Kit;
use super::tidy::MadeState;
use crate::exchange::{Exchange, Request};
use crate::verdict::{Verdict, not_checked};

/// How many projects are looked for: no rule needs more than three connections at a time, and one is to stay untouched.
const ENOUGH_PROJECTS: usize = 4;

/// A connection that the kit has made, or Global.
#[derive(Debug, Clone)]
pub struct Connection<'a> {
    kit: &'a Kit,
    /// Its id.
    pub id: String,
}

impl Kit {
    /// A new connection, for the first project that has none.
    pub(crate) fn connection(&self) -> Verdict<Connection<'_>> {
        let (project, _) = self.free_project()?;
        let created = self.create(&project)?.ready(201)?;
        match created["id"].as_str() {
            Some(id) => Ok(Connection {
                kit: self,
                id: id.to_owned(),
            }),
            None => not_checked("a new connection has no id"),
        }
    }

    /// Asks for a connection for a project.
    pub(crate) fn create(&self, project: &str) -> Verdict<Exchange> {
        self.admin(Request::post("/connections", &json!({ "projectId": project })))
    }

    /// Asks for a connection for a project that has none, with this to begin with. Gives the project, too.
    pub(crate) fn create_with(&self, begin_with: &Value) -> Verdict<(String, Exchange)> {
        let (project, _) = self.free_project()?;
        let mut body = begin_with.clone();
        body["projectId"] = json!(project);
        let answer = self.admin(Request::post("/connections", &body))?;
        Ok((project, answer))
    }

    /// The Global connection.
    pub(crate) fn global(&self) -> Connection<'_> {
        Connection {
            kit: self,
            id: "global".to_owned(),
        }
    }

    /// The Global connection, if it has no key whose loss could not be made good.
    pub(crate) fn keyless_global(&self) -> Verdict<Connection<'_>> {
        if self.global_before()["hasKey"] == false {
            Ok(self.global())
        } else {
            not_checked("Global has a key, which the kit could not give back")
        }
    }

    /// The id and the key of a project that has no connection now and may get one.
    pub(crate) fn free_project(&self) -> Verdict<(String, String)> {
        if self.free.get().is_none() {
            let found = self.find_free_projects()?;
            // Somebody else cannot have set it: there is one thread.
            let _ = self.free.set(found);
        }
        let made = self.made.borrow();
        let taken = |id: &str| {
            made.iter()
                .any(|made| made.project == id && made.state != MadeState::Gone)
        };
        let free = self.free.get().map(Vec::as_slice).unwrap_or_default();
        match free.iter().find(|(id, _)| !taken(id)) {
            Some(project) => Ok(project.clone()),
            None => not_checked("not enough projects without a connection"),
        }
    }

    /// The id of a project that has never had a connection in this run.
    pub(crate) fn untouched_project(&self) -> Verdict<String> {
        self.free_project()?;
        let made = self.made.borrow();
        let mut free = self.free.get().into_iter().flatten();
        match free.find(|(id, _)| made.iter().all(|made| made.project != *id)) {
            Some((id, _)) => Ok(id.clone()),
            None => not_checked("not enough projects without a connection"),
        }
    }

    fn find_free_projects(&self) -> Verdict<Vec<(String, String)>> {
        let allowed = &self.options.projects;
        let found = self.all("/projects", &[])?;
        Ok(found
            .iter()
            .filter(|project| project["connectionId"].is_null())
            .filter_map(|project| {
                Some((
                    project["id"].as_str()?.to_owned(),
                    project["key"].as_str()?.to_owned(),
                ))
            })
            .filter(|(id, key)| allowed.is_empty() || allowed.contains(id) || allowed.contains(key))
            .take(ENOUGH_PROJECTS)
            .collect())
    }
}

impl Connection<'_> {
    /// Its path below the REST base.
    pub fn path(&self) -> String {
        format!("/connections/{}", self.id)
    }

    /// As it is now.
    pub fn read(&self) -> Verdict<Exchange> {
        self.kit.admin(Request::get(self.path()))
    }

    /// As it is now, which must be there.
    pub fn now(&self) -> Verdict<Value> {
        self.read()?.ready(200)
    }

    /// The tag of its state, made from its version: the one in the header does not get through every proxy.
    pub fn etag(&self) -> Verdict<String> {
        let read = self.read()?;
        let connection = read.ready(200)?;
        Ok(format!("\"{}\"", connection["version"]))
    }

    /// A change on condition of nothing else having changed since.
    pub fn put(&self, body: &Value) -> Verdict<Exchange> {
        let etag = self.etag()?;
        self.kit.admin(Request::put(self.path(), body).on(Some(&etag)))
    }

    /// A change that must succeed; gives the connection afterwards.
    pub fn save(&self, body: &Value) -> Verdict<Value> {
        self.put(body)?.ready(200)
    }

    /// Stores a key that nobody has and gives it.
    pub fn store_made_up_key(&self) -> Verdict<String> {
        let key = self.kit.made_up_key();
        self.save(&json!({ "apiKey": key, "verify": false }))?;
        Ok(key)
    }

    /// Removes its key.
    pub fn delete_key(&self) -> Verdict<Exchange> {
        let etag = self.etag()?;
        self.kit
            .admin(Request::delete(format!("{}/key", self.path())).on(Some(&etag)))
    }

    /// Deletes it.
    pub fn delete(&self) -> Verdict<Exchange> {
        let etag = self.etag()?;
        self.kit.admin(Request::delete(self.path()).on(Some(&etag)))
    }

    /// Tests a key with it: the one in the body, or the stored one.
    pub fn test(&self, body: &Value) -> Verdict<Exchange> {
        self.kit
            .admin(Request::post(format!("{}/test", self.path()), body))
    }
}
