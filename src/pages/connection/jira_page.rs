//! The page of Jira on which a person removes what is in the way.

use super::{new_tab::new_tab, services::use_services};
use crate::{domain::failure::Remedy, i18n::use_i18n, view::El};

/// A link to that page, if the remedy is to be had there.
pub fn jira_page(remedy: Remedy) -> Option<El> {
    let texts = &use_i18n().failure;
    let host = &use_services().host;
    let (url, label) = match remedy {
        Remedy::LogIn => (&host.login_url, texts.log_in),
        Remedy::ConfirmAdmin => (&host.web_sudo_url, texts.confirm),
        _ => return None,
    };
    Some(new_tab(url.clone(), label, "noopener"))
}
