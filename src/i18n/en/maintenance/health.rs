//! English, for the tab Health of the Maintenance page.

use crate::i18n::{
    catalog::{CauseTexts, CheckCauseTexts, CheckDetailTexts, HealthTexts, KeyCheckTexts, StepTexts},
    template::{Plural, Template, Template2},
};

/// Whether Jira reaches Test IO.
pub(super) const HEALTH: HealthTexts = HealthTexts {
    tab: "Health",
    title: "Does Jira reach Test IO?",
    explain: "Six checks follow the way from Jira’s database to Test IO, just as the plugin takes it. They need half a minute at most.",
    run: "Run checks",
    steps: "Checks",
    not_loaded: "The last report couldn’t be loaded",
    not_run: "The checks were not run",
    never_run: "The checks have not been run yet.",
    begun: "The checks are starting.",
    under_way: Template2("Check {} of 6 is under way: {}."),
    checked: Template("Checked {}."),
    passed: "Jira reaches Test IO.",
    failed: Template("A check failed: {}."),
    step: StepTexts {
        database: "Jira’s database",
        name: "Name of the host",
        connect: "Connection",
        tls: "Encryption (TLS)",
        api: "Test IO’s API",
        keys: "Stored API keys",
    },
    not_yet: "Not run yet",
    step_running: "Running",
    step_passed: "Passed",
    step_failed: "Failed",
    step_skipped: "Skipped",
    earlier_failed: "It needs a check that did not pass.",
    not_used: "Test IO is reached by HTTP, without encryption.",
    nothing_stored: "No API key is stored yet.",
    took: Template("after {}"),
    took_milliseconds: Template("after {} ms"),
    address: Template("Address: {}"),
    proxy: Template("Proxy: {}"),
    http_status: Template("HTTP status: {}"),
    keys: KeyCheckTexts {
        accepted: Plural {
            one: "{} key accepted",
            other: "{} keys accepted",
        },
        failed: "Keys that were not accepted",
        rejected: "Test IO refused it",
        unreachable: "Test IO could not be reached",
        rate_limited: "Test IO was asked too often",
        unknown: "Not accepted",
        connections: Plural {
            one: "in {} connection",
            other: "in {} connections",
        },
    },
    cause: CheckCauseTexts {
        host_port: Template2("{}, port {}"),
        database: CauseTexts {
            cause: Template("The plugin’s tables in Jira’s database can’t be read."),
            advice: Template(
                "Ask whoever looks after Jira’s database whether it is up and whether Jira’s user may read all tables. Jira’s log tells more.",
            ),
        },
        database_timed_out: CauseTexts {
            cause: Template("Jira’s database did not answer in time."),
            advice: Template("Ask whoever looks after Jira’s database whether it is overloaded."),
        },
        name_not_found: CauseTexts {
            cause: Template("No name server knows {}."),
            advice: Template(
                "Ask your network team to let Jira’s server look up {} (DNS). Where Jira needs a proxy, check its name in the options of Jira’s Java: -Dhttps.proxyHost and -Dhttp.proxyHost.",
            ),
        },
        name_timed_out: CauseTexts {
            cause: Template("No name server answered in time when asked for {}."),
            advice: Template(
                "Ask your network team whether Jira’s server reaches its name servers (DNS), and whether they know {}.",
            ),
        },
        refused: CauseTexts {
            cause: Template("Nothing accepts connections at {}."),
            advice: Template("Ask your network team to allow HTTPS from Jira’s server to {}."),
        },
        proxy_no_connection: CauseTexts {
            cause: Template("The proxy {} does not accept connections."),
            advice: Template(
                "Ask your network team whether the proxy runs and lets Jira’s server in, at {}. Its host and port are in the options of Jira’s Java: -Dhttps.proxyHost and -Dhttps.proxyPort.",
            ),
        },
        timed_out: CauseTexts {
            cause: Template("There was no answer from {} in time."),
            advice: Template(
                "A firewall probably drops what Jira’s server sends. Ask your network team to allow HTTPS from Jira’s server to {}, or which proxy it has to use.",
            ),
        },
        proxy_timed_out: CauseTexts {
            cause: Template("There was no answer from the proxy {} in time."),
            advice: Template(
                "A firewall probably drops what Jira’s server or the proxy sends. Ask your network team to allow Jira’s server to connect to {}, and the proxy to connect to Test IO.",
            ),
        },
        tls_timed_out: CauseTexts {
            cause: Template("The encryption with {} was not agreed on in time."),
            advice: Template(
                "A firewall probably lets connections through, but not what is sent. Ask your network team to allow HTTPS from Jira’s server to {}.",
            ),
        },
        api_timed_out: CauseTexts {
            cause: Template("Test IO did not answer in time."),
            advice: Template(
                "Run the checks again in a few minutes. If it stays so, ask your network team whether something holds back the answers from {}, then Test IO’s support.",
            ),
        },
        keys_timed_out: CauseTexts {
            cause: Template("Test IO did not answer about all keys in time."),
            advice: Template("Run the checks again in a few minutes. If it stays so, ask Test IO’s support."),
        },
        no_route: CauseTexts {
            cause: Template("Jira’s server knows no way to {}."),
            advice: Template(
                "Ask your network team to give Jira’s server a way to {}, or which proxy it has to use.",
            ),
        },
        proxy_no_route: CauseTexts {
            cause: Template("Jira’s server knows no way to the proxy {}."),
            advice: Template("Ask your network team to give Jira’s server a way to the proxy at {}."),
        },
        closed: CauseTexts {
            cause: Template("{} broke off the connection."),
            advice: Template(
                "Ask your network team whether a firewall or a proxy breaks off HTTPS from Jira’s server to {}.",
            ),
        },
        certificate: CauseTexts {
            cause: Template("Jira does not trust the certificate of {}."),
            advice: Template(
                "Where a proxy or a firewall inspects TLS, import its root certificate into the trust store of Jira’s Java (keytool -importcert) and restart Jira; your network team has it. Where nothing inspects TLS to {}, check the clock of Jira’s server.",
            ),
        },
        tls: CauseTexts {
            cause: Template("The encryption with {} could not be agreed on."),
            advice: Template(
                "Ask your network team whether something between Jira’s server and {} changes or forbids TLS. Jira’s Java must be allowed to use TLS 1.2 or newer.",
            ),
        },
        proxy_authentication: CauseTexts {
            cause: Template("The proxy {} wants a name and a password, or others than it gets."),
            advice: Template(
                "Ask your network team for the name and the password for {}, and set them in the options of Jira’s Java: -Dhttp.proxyUser and -Dhttp.proxyPassword.",
            ),
        },
        proxy_refused: CauseTexts {
            cause: Template("The proxy {} does not let Jira through to Test IO."),
            advice: Template("Ask your network team to have the proxy allow HTTPS to {}."),
        },
        unavailable: CauseTexts {
            cause: Template("Test IO is not available at the moment: HTTP status {}."),
            advice: Template(
                "Run the checks again in a few minutes. If it stays so, ask Test IO’s support, and tell them the address: {}.",
            ),
        },
        http_status: CauseTexts {
            cause: Template("The answer was none that Test IO should give: HTTP status {}."),
            advice: Template(
                "Ask your network team whether a firewall or a proxy answers in place of {}. If not, ask Test IO’s support.",
            ),
        },
        not_test_io: CauseTexts {
            cause: Template("What answers at {} is not Test IO."),
            advice: Template(
                "Ask your network team whether a firewall, a proxy or a login page answers in place of {}.",
            ),
        },
        keys_not_accepted: CauseTexts {
            cause: Template("Not all stored keys were accepted."),
            advice: Template(
                "Open each connection below and save a key that is valid. Whoever manages your Test IO account can give you one.",
            ),
        },
        unknown: CauseTexts {
            cause: Template("It failed for a reason that this page does not know."),
            advice: Template("Pass the details on to whoever looks after Jira, or to Test IO’s support."),
        },
    },
    details: CheckDetailTexts {
        copy: "Copy details",
        copied: "Copied",
        label: "Details of the checks",
        download: "Download details",
        not_saved: "The browser could not save the file.",
        title: "Checks of the way from Jira to Test IO",
        checked: Template("Checked at: {}"),
        page: Template("Page: {}"),
        plugin: Template("Plugin: {}"),
        jira: Template("Jira: {}"),
        runtime: Template("Runs on: {}"),
        database: Template("Database: {}"),
        connection: Template("connection {}"),
    },
};
