//! German.

pub(super) mod dialogs;
mod failures;
mod help;
mod later;
pub(super) mod maintenance;
mod overview;
mod read;
mod tools;

use super::{
    catalog::{
        Catalog, ConflictTexts, DetailTexts, GlobalTexts, KeyTexts, ListTexts, RemovalTexts, StatusTexts,
        StatusWords, TestTexts,
    },
    template::{Plural, Template, Template2},
};

/// The German texts.
pub const GERMAN: Catalog = Catalog {
    page_title: "Verbindung",
    maintenance_title: "Wartung",
    loading: "Wird geladen …",
    retry: "Erneut versuchen",
    cancel: "Abbrechen",
    close: "Schließen",
    dismiss: "Ausblenden",
    more_actions: Template("Weitere Aktionen für {}"),
    opens_new_tab: "öffnet einen neuen Tab",
    read_only: "Sie können hier alles ansehen, aber nichts ändern",
    read_only_reason: "Zum Ändern von Verbindungen brauchen Sie in Jira die Berechtigung „Jira-Administratoren“.",
    overview: overview::OVERVIEW,
    tools: tools::TOOLS,
    export: tools::EXPORT,
    print: tools::PRINT,
    list: ListTexts {
        navigation: "Verbindungen",
        selected: "Gewählte Verbindung",
        global_heading: "Global (Standard)",
        project_heading: "Projektspezifisch",
        project_heading_count: Template("Projektspezifisch ({})"),
        project_heading_shown: Template2("Projektspezifisch ({} von {})"),
        all_projects: "Alle Jira-Projekte",
        filter: "Verbindungen filtern",
        filter_placeholder: "Projektname oder Projektschlüssel",
        query_full: "Für mehr als 255 Zeichen ist kein Platz. Der Rest wurde weggelassen.",
        by_status: "Status",
        any_status: "Jeder Status",
        needs_attention: "Zu prüfen",
        by_account: "Konto",
        any_account: "Jedes Konto",
        same_key: "Gleicher API-Schlüssel",
        add: "Verbindung hinzufügen",
        empty_title: "Kein Projekt hat eine eigene Verbindung",
        empty_text: "Fügen Sie eine hinzu, wenn ein Projekt mit einem anderen Test-IO-Konto arbeitet oder wenn nur \
                     dieses Projekt mit Test IO verbunden werden soll.",
        nothing_found: "Keine Verbindung passt zu diesem Filter.",
        clear_filter: "Filter zurücksetzen",
        found: Plural {
            one: "{} Verbindung",
            other: "{} Verbindungen",
        },
        back: "Alle Verbindungen",
        unconnected: "Projekte ohne eigene Verbindung",
        unconnected_found: Plural {
            one: "{} Projekt ohne eigene Verbindung",
            other: "{} Projekte ohne eigene Verbindung",
        },
        uses_global: "nutzt die globale",
        uses_none: "hat keine Verbindung",
        add_for: Template("für {}"),
        more: Plural {
            one: "{} weiteres. Geben Sie mehr vom Namen oder Schlüssel ein.",
            other: "{} weitere. Geben Sie mehr vom Namen oder Schlüssel ein.",
        },
        more_unknown: "Es kann weitere geben. Geben Sie mehr vom Namen oder Schlüssel ein.",
    },
    global: GlobalTexts {
        title: "Global (Standard)",
        purpose: "Jedes Projekt ohne eigene Verbindung nutzt diese.",
        active: "Aktiv",
        active_hint: "Beim Ausschalten bleibt der API-Schlüssel erhalten.",
        needs_key: "Speichern Sie zuerst einen API-Schlüssel; das aktiviert die Verbindung.",
        switched_on: "Die globale Verbindung ist aktiv.",
        switched_off: "Die globale Verbindung ist ausgeschaltet. Ihr API-Schlüssel bleibt erhalten.",
        off_title: "Globale Verbindung ausschalten?",
        undo: "Rückgängig machen",
    },
    status: StatusTexts {
        inactive_without_key: StatusWords {
            word: "Inaktiv",
            advice: "Geben Sie einen API-Schlüssel ein, um sie zu aktivieren.",
        },
        inactive_switched_off: StatusWords {
            word: "Inaktiv",
            advice: "Sie ist ausgeschaltet. Schalten Sie sie ein, um sie wieder zu nutzen.",
        },
        key_missing: StatusWords {
            word: "Schlüssel fehlt",
            advice: "Dieses Projekt ist erst mit Test IO verbunden, wenn Sie einen API-Schlüssel speichern.",
        },
        connected: StatusWords {
            word: "Verbunden",
            advice: "Test IO hat den API-Schlüssel angenommen.",
        },
        unverified: StatusWords {
            word: "Ungeprüft",
            advice: "Der API-Schlüssel wurde gespeichert, ohne Test IO zu fragen. Testen Sie die Verbindung.",
        },
        key_rejected: StatusWords {
            word: "Abgelehnt",
            advice: "Test IO nimmt den API-Schlüssel nicht mehr an. Ersetzen Sie ihn durch einen gültigen.",
        },
        unreachable: StatusWords {
            word: "Nicht erreichbar",
            advice: "Jira konnte Test IO zuletzt nicht erreichen. Testen Sie die Verbindung erneut.",
        },
        project_unavailable: StatusWords {
            word: "Projekt fehlt",
            advice: "Das Projekt wurde archiviert oder gelöscht. Löschen Sie die Verbindung, wenn sie nicht mehr \
                     gebraucht wird.",
        },
        unknown: StatusWords {
            word: "Unbekannt",
            advice: "Diese Seite kennt den Status nicht. Laden Sie sie neu.",
        },
        check_the_way: "Den Weg zu Test IO prüfen",
        since_now: "seit weniger als einer Minute",
        since_minutes: Plural {
            one: "seit {} Minute",
            other: "seit {} Minuten",
        },
        since_hours: Plural {
            one: "seit {} Stunde",
            other: "seit {} Stunden",
        },
        since: Template("seit {}"),
    },
    detail: DetailTexts {
        stop_waiting: "Nicht länger warten",
        own_account: "Dieses Projekt nutzt sein eigenes Test-IO-Konto, nicht das globale.",
        own_same_account: "Dieses Projekt nutzt einen eigenen API-Schlüssel, aber dasselbe Test-IO-Konto wie Global.",
        own_key: "Dieses Projekt nutzt einen eigenen API-Schlüssel, nicht den von Global.",
        own_without_key: "Dieses Projekt hat eine eigene Verbindung und nutzt darum nicht Global.",
        label: "Kontoname",
        label_hint: "Freiwillig. Ihr eigener Name für das Test-IO-Konto, damit Sie Konten unterscheiden können.",
        label_too_long: "Höchstens 60 Zeichen.",
        save: "Speichern",
        saved: "Gespeichert.",
        save_in: Plural {
            one: "In {} Verbindung speichern",
            other: "In {} Verbindungen speichern",
        },
        saved_in: Plural {
            one: "In {} Verbindung gespeichert.",
            other: "In {} Verbindungen gespeichert.",
        },
        enter_key_first: "Geben Sie zuerst einen API-Schlüssel ein.",
        nothing_changed: "Es gibt noch nichts zu speichern.",
        products: "Produkte bei Test IO",
        products_more: Template2("{} und {} weitere"),
        no_products: "Keine",
        checked: Template("geprüft {}"),
        found_earlier: "gefunden bei der letzten Prüfung, die Test IO angenommen hat",
        last_checked: Template("Geprüft {}."),
        next: "Als Nächstes: festlegen, was synchronisiert wird.",
        next_link: "Zur Konfiguration",
        busy_elsewhere: "Warten Sie, bis der laufende Schritt fertig ist.",
        gone_title: "Diese Verbindung gibt es nicht mehr",
        gone_text: "Sie wurde gelöscht, oder der Link hierher ist veraltet.",
        gone_action: "Zur globalen Verbindung",
    },
    read: read::READ,
    key: KeyTexts {
        label: "API-Schlüssel",
        where_to_find: "Öffnen Sie in Test IO „Integrations → API“ und kopieren Sie Ihren Personal API key.",
        stored: Template("API-Schlüssel mit der Endung {}"),
        stored_no_hint: "API-Schlüssel gespeichert",
        saved_at: Template("gespeichert am {}"),
        saved_at_by: Template2("gespeichert am {} von {}"),
        replace: "Schlüssel ersetzen",
        keep: "Gespeicherten Schlüssel behalten",
        same_key: Plural {
            one: "Denselben Schlüssel benutzt {} andere Verbindung.",
            other: "Denselben Schlüssel benutzen {} andere Verbindungen.",
        },
        everywhere: Plural {
            one: "Auch in der {} anderen Verbindung mit demselben Schlüssel ersetzen",
            other: "Auch in den {} anderen Verbindungen mit demselben Schlüssel ersetzen",
        },
        show: "API-Schlüssel anzeigen",
        looks_odd: "API-Schlüssel von Test IO haben 40 Buchstaben und Ziffern. Speichern geht trotzdem.",
        empty: "Geben Sie einen API-Schlüssel ein.",
        line_break: "Das geht über mehrere Zeilen. Kopieren Sie nur den API-Schlüssel selbst.",
        masked: "Das ist die maskierte Anzeige eines API-Schlüssels, nicht der Schlüssel. Kopieren Sie ihn aus Test IO.",
        inner_space: Template(
            "Darin ist ein Leerzeichen, als {}. Zeichen. Kopieren Sie nur den API-Schlüssel selbst.",
        ),
        invisible: Template2(
            "Darin ist ein unsichtbares Zeichen ({}), als {}. Zeichen. Tippen Sie den API-Schlüssel von Hand ein oder \
             kopieren Sie ihn neu aus Test IO.",
        ),
        unprintable: Template(
            "Das {}. Zeichen kann nicht zu einem API-Schlüssel gehören: Er hat nur Buchstaben ohne Akzente, Ziffern und \
             Satzzeichen. Kopieren Sie ihn neu aus Test IO.",
        ),
        too_long: "Das ist zu lang für einen API-Schlüssel (höchstens 256 Zeichen).",
        rejected: "Test IO nimmt diesen API-Schlüssel nicht an, darum wurde nichts gespeichert. Prüfen Sie ihn, oder \
                   legen Sie in Test IO einen neuen an.",
        malformed: "Jira nimmt das nicht als API-Schlüssel an, darum wurde nichts gespeichert. Kopieren Sie ihn neu \
                    aus Test IO.",
    },
    test: TestTexts {
        test_saved: "Verbindung testen",
        test_typed: "Diesen Schlüssel testen",
        no_key: "Geben Sie zuerst einen API-Schlüssel ein.",
        typed_accepted: Plural {
            one: "Test IO nimmt den eingegebenen Schlüssel an: {} Produkt. Er ist noch nicht gespeichert.",
            other: "Test IO nimmt den eingegebenen Schlüssel an: {} Produkte. Er ist noch nicht gespeichert.",
        },
        saved_accepted: Plural {
            one: "Test IO nimmt den gespeicherten Schlüssel an: {} Produkt.",
            other: "Test IO nimmt den gespeicherten Schlüssel an: {} Produkte.",
        },
        typed_rejected: "Test IO nimmt den eingegebenen Schlüssel nicht an. Er wurde nicht gespeichert.",
        saved_rejected: "Test IO nimmt den gespeicherten Schlüssel nicht mehr an.",
        unreachable: "Jira konnte Test IO nicht erreichen. Das sagt nichts über den Schlüssel.",
        rate_limited: "Test IO bittet, vor dem nächsten Versuch zu warten.",
        rate_limited_seconds: Plural {
            one: "Test IO bittet, vor dem nächsten Versuch {} Sekunde zu warten.",
            other: "Test IO bittet, vor dem nächsten Versuch {} Sekunden zu warten.",
        },
    },
    removal: RemovalTexts {
        remove_key: "Schlüssel entfernen …",
        no_key: "Es ist kein API-Schlüssel gespeichert.",
        remove_key_title: Template("API-Schlüssel von {} entfernen?"),
        remove_key_title_global: "API-Schlüssel der globalen Verbindung entfernen?",
        key_removed: "Der API-Schlüssel wurde entfernt.",
        delete: "Verbindung löschen …",
        delete_title: Template("Verbindung von {} löschen?"),
        deleted: Template("Die Verbindung von {} wurde gelöscht."),
        delete_archived: Plural {
            one: "{} Verbindung archivierter oder gelöschter Projekte löschen …",
            other: "Alle {} Verbindungen archivierter oder gelöschter Projekte löschen …",
        },
    },
    titles: dialogs::TITLES,
    conflict: ConflictTexts {
        title: "Jemand anderes hat diese Verbindung geändert",
        title_others: "Diesen Schlüssel haben jetzt mehr oder weniger Verbindungen",
        nothing_saved: "Von Ihnen wurde nichts gespeichert; Ihre Eingaben sind noch da.",
        by: Template2(
            "{} hat sie geändert ({}). Von Ihnen wurde nichts gespeichert; Ihre Eingaben sind noch da.",
        ),
        by_unknown: Template(
            "Sie wurde geändert ({}). Von Ihnen wurde nichts gespeichert; Ihre Eingaben sind noch da.",
        ),
        key_saved: "Ein anderer API-Schlüssel wurde gespeichert.",
        key_saved_hint: Template("Ein anderer API-Schlüssel wurde gespeichert; er endet auf {}."),
        key_removed: "Der API-Schlüssel wurde entfernt.",
        label_changed: Template2("Die Kontobezeichnung wurde von „{}“ in „{}“ geändert."),
        label_removed: Template("Die Kontobezeichnung „{}“ wurde entfernt."),
        label_set: Template("Die Kontobezeichnung wurde auf „{}“ gesetzt."),
        switched_on: "Die Verbindung wurde eingeschaltet.",
        switched_off: "Die Verbindung wurde ausgeschaltet.",
        same_key: Plural {
            one: "Denselben Schlüssel benutzt jetzt {} andere Verbindung.",
            other: "Denselben Schlüssel benutzen jetzt {} andere Verbindungen.",
        },
        keep_mine: "Meine trotzdem speichern",
        go_on: "Trotzdem ausführen",
        take_theirs: "Die andere übernehmen",
    },
    recovery: failures::RECOVERY,
    help: help::HELP,
    later: later::LATER,
    failure: failures::FAILURE,
};
