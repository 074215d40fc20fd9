//! `Project`: one of Jira's projects, in the picker.

use serde::Deserialize;

use crate::domain::{
    ids::{ConnectionId, ProjectId, ProjectKey},
    project::PickableProject,
    shown::shown_name,
};

/// A project with the connection that it has.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Project {
    id: String,
    key: String,
    name: String,
    avatar_url: Option<String>,
    connection_id: Option<String>,
}

impl From<Project> for PickableProject {
    fn from(project: Project) -> Self {
        Self {
            id: ProjectId::new(project.id),
            key: ProjectKey::new(shown_name(&project.key)),
            name: shown_name(&project.name),
            avatar_url: project.avatar_url,
            connection_id: project.connection_id.map(ConnectionId::new),
        }
    }
}
