//! German, for parts of the page that come later.

use crate::i18n::catalog::LaterTexts;

/// A part of the page that is not there yet.
pub(super) const LATER: LaterTexts = LaterTexts {
    not_there: "Dieser Teil der Seite konnte nicht geladen werden",
    not_there_text: "Prüfen Sie die Verbindung zu Jira, und versuchen Sie es erneut. Ihre Eingaben sind noch da.",
    replaced: "Das Plugin wurde inzwischen aktualisiert",
    replaced_text: "Diese Seite stammt von der Version davor, deren übrige Teile es nicht mehr gibt. Laden Sie sie \
                    neu. Speichern Sie vorher, was Sie eingegeben haben: Es geht dabei verloren.",
    reload: "Neu laden",
};
