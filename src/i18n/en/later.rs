//! English, for parts of the page that come later.

use crate::i18n::catalog::LaterTexts;

/// A part of the page that is not there yet.
pub(super) const LATER: LaterTexts = LaterTexts {
    not_there: "This part of the page couldn’t be loaded",
    not_there_text: "Check the connection to Jira and try again. Nothing that you typed is lost.",
    replaced: "The plugin was updated meanwhile",
    replaced_text: "This page is of the version before, so that its other parts are gone. Reload it to go on. \
                    Save first what you typed: it does not outlive that.",
    reload: "Reload",
};
