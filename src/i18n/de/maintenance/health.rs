//! German, for the tab Health of the Maintenance page.

use crate::i18n::{
    catalog::{CauseTexts, CheckCauseTexts, CheckDetailTexts, HealthTexts, KeyCheckTexts, StepTexts},
    template::{Plural, Template, Template2},
};

/// Whether Jira reaches Test IO.
pub(super) const HEALTH: HealthTexts = HealthTexts {
    tab: "Zustand",
    title: "Erreicht Jira Test IO?",
    explain: "Sechs Prüfungen folgen dem Weg von Jiras Datenbank zu Test IO, so wie das Plugin ihn nimmt. Sie brauchen höchstens eine halbe Minute.",
    run: "Prüfungen starten",
    steps: "Prüfungen",
    not_loaded: "Der letzte Bericht konnte nicht geladen werden",
    not_run: "Die Prüfungen wurden nicht durchgeführt",
    never_run: "Die Prüfungen wurden noch nicht durchgeführt.",
    begun: "Die Prüfungen beginnen.",
    under_way: Template2("Prüfung {} von 6 läuft: {}."),
    checked: Template("Geprüft {}."),
    passed: "Jira erreicht Test IO.",
    failed: Template("Eine Prüfung ist fehlgeschlagen: {}."),
    step: StepTexts {
        database: "Datenbank von Jira",
        name: "Name des Servers",
        connect: "Verbindung",
        tls: "Verschlüsselung (TLS)",
        api: "API von Test IO",
        keys: "Gespeicherte API-Schlüssel",
    },
    not_yet: "Noch nicht geprüft",
    step_running: "Läuft",
    step_passed: "Bestanden",
    step_failed: "Fehlgeschlagen",
    step_skipped: "Ausgelassen",
    earlier_failed: "Sie braucht eine Prüfung, die nicht bestanden wurde.",
    not_used: "Test IO wird über HTTP erreicht, ohne Verschlüsselung.",
    nothing_stored: "Noch ist kein API-Schlüssel gespeichert.",
    took: Template("nach {}"),
    took_milliseconds: Template("nach {} ms"),
    address: Template("Adresse: {}"),
    proxy: Template("Proxy: {}"),
    http_status: Template("HTTP-Status: {}"),
    keys: KeyCheckTexts {
        accepted: Plural {
            one: "{} Schlüssel angenommen",
            other: "{} Schlüssel angenommen",
        },
        failed: "Schlüssel, die nicht angenommen wurden",
        rejected: "Von Test IO abgelehnt",
        unreachable: "Test IO war nicht erreichbar",
        rate_limited: "Test IO wurde zu oft gefragt",
        unknown: "Nicht angenommen",
        connections: Plural {
            one: "in {} Verbindung",
            other: "in {} Verbindungen",
        },
    },
    cause: CheckCauseTexts {
        host_port: Template2("{}, Port {}"),
        database: CauseTexts {
            cause: Template("Die Tabellen des Plugins in Jiras Datenbank sind nicht lesbar."),
            advice: Template(
                "Fragen Sie die Betreuer der Jira-Datenbank, ob sie läuft und ob der Benutzer von Jira alle Tabellen lesen darf. Mehr steht im Protokoll von Jira.",
            ),
        },
        database_timed_out: CauseTexts {
            cause: Template("Jiras Datenbank hat nicht rechtzeitig geantwortet."),
            advice: Template("Fragen Sie die Betreuer der Jira-Datenbank, ob sie überlastet ist."),
        },
        name_not_found: CauseTexts {
            cause: Template("Kein Namensserver kennt {}."),
            advice: Template(
                "Bitten Sie Ihr Netzwerk-Team, dass der Jira-Server {} auflösen kann (DNS). Wenn Jira einen Proxy braucht, prüfen Sie dessen Namen in den Optionen von Jiras Java: -Dhttps.proxyHost und -Dhttp.proxyHost.",
            ),
        },
        name_timed_out: CauseTexts {
            cause: Template("Kein Namensserver hat rechtzeitig geantwortet, als nach {} gefragt wurde."),
            advice: Template(
                "Fragen Sie Ihr Netzwerk-Team, ob der Jira-Server seine Namensserver (DNS) erreicht und ob sie {} kennen.",
            ),
        },
        refused: CauseTexts {
            cause: Template("Unter {} nimmt niemand Verbindungen an."),
            advice: Template("Bitten Sie Ihr Netzwerk-Team, HTTPS vom Jira-Server zu {} zu erlauben."),
        },
        proxy_no_connection: CauseTexts {
            cause: Template("Der Proxy {} nimmt keine Verbindungen an."),
            advice: Template(
                "Fragen Sie Ihr Netzwerk-Team, ob der Proxy läuft und den Jira-Server zulässt: {}. Sein Name und sein Port stehen in den Optionen von Jiras Java: -Dhttps.proxyHost und -Dhttps.proxyPort.",
            ),
        },
        timed_out: CauseTexts {
            cause: Template("Von {} kam nicht rechtzeitig eine Antwort."),
            advice: Template(
                "Wahrscheinlich verwirft eine Firewall, was der Jira-Server sendet. Bitten Sie Ihr Netzwerk-Team, HTTPS vom Jira-Server zu {} zu erlauben, oder fragen Sie, welchen Proxy er verwenden muss.",
            ),
        },
        proxy_timed_out: CauseTexts {
            cause: Template("Vom Proxy {} kam nicht rechtzeitig eine Antwort."),
            advice: Template(
                "Wahrscheinlich verwirft eine Firewall, was der Jira-Server oder der Proxy sendet. Bitten Sie Ihr Netzwerk-Team, Verbindungen vom Jira-Server zu {} und vom Proxy zu Test IO zu erlauben.",
            ),
        },
        tls_timed_out: CauseTexts {
            cause: Template("Die Verschlüsselung mit {} kam nicht rechtzeitig zustande."),
            advice: Template(
                "Wahrscheinlich lässt eine Firewall die Verbindung zu, aber nicht, was darüber gesendet wird. Bitten Sie Ihr Netzwerk-Team, HTTPS vom Jira-Server zu {} zu erlauben.",
            ),
        },
        api_timed_out: CauseTexts {
            cause: Template("Test IO hat nicht rechtzeitig geantwortet."),
            advice: Template(
                "Starten Sie die Prüfungen in einigen Minuten noch einmal. Bleibt es dabei, fragen Sie Ihr Netzwerk-Team, ob etwas die Antworten von {} zurückhält, danach den Support von Test IO.",
            ),
        },
        keys_timed_out: CauseTexts {
            cause: Template("Test IO hat nicht zu allen Schlüsseln rechtzeitig geantwortet."),
            advice: Template(
                "Starten Sie die Prüfungen in einigen Minuten noch einmal. Bleibt es dabei, fragen Sie den Support von Test IO.",
            ),
        },
        no_route: CauseTexts {
            cause: Template("Der Jira-Server kennt keinen Weg zu {}."),
            advice: Template(
                "Bitten Sie Ihr Netzwerk-Team um einen Weg vom Jira-Server zu {}, oder fragen Sie, welchen Proxy er verwenden muss.",
            ),
        },
        proxy_no_route: CauseTexts {
            cause: Template("Der Jira-Server kennt keinen Weg zum Proxy {}."),
            advice: Template("Bitten Sie Ihr Netzwerk-Team um einen Weg vom Jira-Server zum Proxy: {}."),
        },
        closed: CauseTexts {
            cause: Template("{} hat die Verbindung abgebrochen."),
            advice: Template(
                "Fragen Sie Ihr Netzwerk-Team, ob eine Firewall oder ein Proxy HTTPS vom Jira-Server zu {} abbricht.",
            ),
        },
        certificate: CauseTexts {
            cause: Template("Jira vertraut dem Zertifikat von {} nicht."),
            advice: Template(
                "Wenn ein Proxy oder eine Firewall TLS untersucht, importieren Sie deren Stammzertifikat in den Truststore von Jiras Java (keytool -importcert) und starten Jira neu; Ihr Netzwerk-Team hat es. Wenn nichts TLS zu {} untersucht, prüfen Sie die Uhr des Jira-Servers.",
            ),
        },
        tls: CauseTexts {
            cause: Template("Die Verschlüsselung mit {} kam nicht zustande."),
            advice: Template(
                "Fragen Sie Ihr Netzwerk-Team, ob etwas zwischen dem Jira-Server und {} TLS verändert oder verbietet. Jiras Java muss TLS 1.2 oder neuer verwenden dürfen.",
            ),
        },
        proxy_authentication: CauseTexts {
            cause: Template(
                "Der Proxy {} verlangt einen Namen und ein Passwort, oder andere, als er bekommt.",
            ),
            advice: Template(
                "Fragen Sie Ihr Netzwerk-Team nach Namen und Passwort für {} und setzen Sie sie in den Optionen von Jiras Java: -Dhttp.proxyUser und -Dhttp.proxyPassword.",
            ),
        },
        proxy_refused: CauseTexts {
            cause: Template("Der Proxy {} lässt Jira nicht zu Test IO durch."),
            advice: Template("Bitten Sie Ihr Netzwerk-Team, dass der Proxy HTTPS zu {} erlaubt."),
        },
        unavailable: CauseTexts {
            cause: Template("Test IO ist gerade nicht verfügbar: HTTP-Status {}."),
            advice: Template(
                "Starten Sie die Prüfungen in einigen Minuten noch einmal. Bleibt es dabei, fragen Sie den Support von Test IO und nennen Sie die Adresse: {}.",
            ),
        },
        http_status: CauseTexts {
            cause: Template("Die Antwort ist keine, die Test IO geben sollte: HTTP-Status {}."),
            advice: Template(
                "Fragen Sie Ihr Netzwerk-Team, ob eine Firewall oder ein Proxy anstelle von {} antwortet. Wenn nicht, fragen Sie den Support von Test IO.",
            ),
        },
        not_test_io: CauseTexts {
            cause: Template("Unter {} antwortet nicht Test IO."),
            advice: Template(
                "Fragen Sie Ihr Netzwerk-Team, ob eine Firewall, ein Proxy oder eine Anmeldeseite anstelle von {} antwortet.",
            ),
        },
        keys_not_accepted: CauseTexts {
            cause: Template("Nicht alle gespeicherten Schlüssel wurden angenommen."),
            advice: Template(
                "Öffnen Sie jede Verbindung, die hier steht, und speichern Sie einen gültigen Schlüssel. Wer Ihr Konto bei Test IO verwaltet, kann Ihnen einen geben.",
            ),
        },
        unknown: CauseTexts {
            cause: Template("Der Grund ist dieser Seite nicht bekannt."),
            advice: Template(
                "Geben Sie die Details an die Betreuer von Jira oder an den Support von Test IO weiter.",
            ),
        },
    },
    details: CheckDetailTexts {
        copy: "Details kopieren",
        copied: "Kopiert",
        label: "Details der Prüfungen",
        download: "Details herunterladen",
        not_saved: "Der Browser konnte die Datei nicht speichern.",
        title: "Prüfungen des Wegs von Jira zu Test IO",
        checked: Template("Geprüft am: {}"),
        page: Template("Seite: {}"),
        plugin: Template("Plugin: {}"),
        jira: Template("Jira: {}"),
        runtime: Template("Läuft mit: {}"),
        database: Template("Datenbank: {}"),
        connection: Template("Verbindung {}"),
    },
};
