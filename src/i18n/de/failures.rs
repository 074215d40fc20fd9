//! German, for what goes wrong.

use crate::i18n::{
    catalog::{FailureTexts, RecoveryTexts},
    template::{Plural, Template},
};

/// What has to be done so that waiting requests go on.
pub(super) const RECOVERY: RecoveryTexts = RecoveryTexts {
    log_in_title: "Sie wurden in Jira abgemeldet",
    log_in_text: "Melden Sie sich in einem neuen Tab an, und kommen Sie zurück: Ihr Auftrag läuft von selbst weiter. Ihre \
                  Eingaben gehen nicht verloren.",
    confirm_title: "Bestätigen Sie, dass Sie Administrator sind",
    confirm_text: "Jira fragt noch einmal nach Ihrem Passwort. Geben Sie es in einem neuen Tab ein, und kommen Sie zurück: \
                   Ihr Auftrag läuft von selbst weiter. Ihre Eingaben gehen nicht verloren.",
    busy_title: "Jira bittet zu warten",
    busy_text: Plural {
        one: "Ihr Auftrag wird in {} Sekunde noch einmal gesendet.",
        other: "Ihr Auftrag wird in {} Sekunden noch einmal gesendet.",
    },
    busy_until: Template("Ihr Auftrag wird um {} noch einmal gesendet."),
    send_again: "Jetzt noch einmal",
    give_up: "Nicht warten",
};

/// What went wrong.
pub(super) const FAILURE: FailureTexts = FailureTexts {
    not_saved: "Nicht gespeichert",
    not_tested: "Nicht getestet",
    not_switched: "Nicht umgeschaltet",
    key_not_removed: "Der API-Schlüssel wurde nicht entfernt",
    not_deleted: "Die Verbindung wurde nicht gelöscht",
    not_added: "Die Verbindung wurde nicht hinzugefügt",
    not_loaded: "Das konnte nicht geladen werden",
    logged_out: "Sie wurden in Jira abgemeldet. Melden Sie sich an, und versuchen Sie es hier erneut.",
    log_in: "Anmelden",
    admin_confirmation: "Jira möchte, dass Sie sich als Administrator bestätigen. Tun Sie das, und versuchen Sie es \
                         hier erneut.",
    confirm: "In Jira bestätigen",
    cross_site: "Jira hält die Anfrage für eine von einer anderen Website. Prüfen Sie die Basis-URL von Jira und den \
                 Proxy davor.",
    forbidden: "Dafür brauchen Sie in Jira die Berechtigung „Jira-Administratoren“.",
    connection_gone: "Die Verbindung gibt es nicht mehr.",
    project_gone: "Das Projekt gibt es nicht mehr, oder Sie können es nicht sehen.",
    connection_exists: "Das Projekt hat schon eine Verbindung.",
    key_missing: "Es ist kein API-Schlüssel gespeichert.",
    log_gone: "Der Server, der geantwortet hat, findet sein Protokoll nicht. Vielleicht beginnt er gerade eine neue Datei, oder er schreibt es woandershin.",
    job_gone: "Diesen Job hat das Plugin nicht mehr.",
    stale: "Jira sagt immer wieder, die Verbindung habe sich geändert, aber nichts an ihr ist anders. Vielleicht wird sie \
            gerade auch von anderen getestet, oder ein Proxy vor Jira verändert die Anfragen.",
    test_io_unreachable: "Jira konnte Test IO nicht erreichen, darum wurde der Schlüssel nicht geprüft.",
    test_io_rate_limited: "Test IO bittet zu warten, darum wurde der Schlüssel nicht geprüft.",
    test_io_rate_limited_until: Template("Test IO bittet, bis {} zu warten."),
    rate_limited: "Jira bittet, vor dem nächsten Versuch zu warten.",
    rate_limited_seconds: Plural {
        one: "Jira bittet, vor dem nächsten Versuch {} Sekunde zu warten.",
        other: "Jira bittet, vor dem nächsten Versuch {} Sekunden zu warten.",
    },
    rate_limited_until: Template("Jira bittet, bis {} zu warten."),
    wait_seconds: Plural {
        one: "Warten Sie {} Sekunde.",
        other: "Warten Sie {} Sekunden.",
    },
    wait_until: Template("Warten Sie bis {}."),
    refused: "Jira hat die Anfrage abgelehnt.",
    server: Template("Jira meldet einen Fehler mit Status {}. Das Protokoll von Jira sagt, warum."),
    unavailable: Template(
        "Jira kann gerade nicht antworten (Status {}). Vielleicht startet es, oder der Proxy davor \
                           erreicht es nicht.",
    ),
    unreadable: "Die Antwort ist nicht vom Test-IO-Plugin. Ein Proxy oder ein abgeschaltetes Plugin kann der Grund \
                 sein.",
    turned_away: Template(
        "Die Antwort ist nicht vom Test-IO-Plugin (Status {}). Vielleicht hat eine Firewall oder ein Proxy vor Jira die Anfrage abgewiesen.",
    ),
    too_large: Template(
        "Die Antwort ist nicht vom Test-IO-Plugin (Status {}). Etwas vor Jira, etwa ein Proxy, hält die Anfrage für zu groß.",
    ),
    not_whole: "Die Liste konnte nicht ganz gelesen werden: Die Antworten widersprechen sich.",
    somebody_else: Template(
        "Inzwischen ist in Jira jemand anderes angemeldet: {}. In diesem Namen ist nichts geschehen. Melden Sie sich wieder selbst an, oder laden Sie die Seite neu, um in diesem Namen weiterzuarbeiten.",
    ),
    not_sent: "Ihr Browser ist offline, darum wurde nichts gesendet. Prüfen Sie Ihr Netzwerk.",
    offline: "Jira ist nicht erreichbar. Prüfen Sie Ihr Netzwerk.",
    timed_out: "Jira hat zu lange nicht geantwortet.",
    given_up: "Sie haben nicht länger gewartet.",
    no_answer: "Es kam keine Antwort, vielleicht ist es trotzdem geschehen",
    uncertain: "Niemand weiß, ob es geschehen ist",
    find_out: "Ein neuer Versuch zeigt es.",
    server_said: Template("Jira sagt: {}"),
    input_kept: "Ihre Eingaben sind noch da.",
    skip_verification: "Ohne Prüfung speichern",
    copy_details: "Details kopieren",
    details_copied: "Details kopiert",
    details: "Details",
    report_request: Template("Anfrage: {}"),
    report_connection: Template("Offene Verbindung: {}"),
    report_page: Template("Version der Seite: {}"),
    report_jira: Template("Version von Jira: {}"),
};
