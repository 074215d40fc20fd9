//! The texts of the tab Health.

use super::super::{Plural, Template, Template2, Text};

texts! {
    /// Whether Jira reaches Test IO.
    HealthTexts {
        tab: Text,
        title: Text,
        explain: Text,
        run: Text,
        steps: Text,
        not_loaded: Text,
        not_run: Text,
        never_run: Text,
        begun: Text,
        under_way: Template2,
        checked: Template,
        passed: Text,
        failed: Template,
        step: StepTexts,
        not_yet: Text,
        step_running: Text,
        step_passed: Text,
        step_failed: Text,
        step_skipped: Text,
        earlier_failed: Text,
        not_used: Text,
        nothing_stored: Text,
        took: Template,
        took_milliseconds: Template,
        address: Template,
        proxy: Template,
        http_status: Template,
        keys: KeyCheckTexts,
        cause: CheckCauseTexts,
        details: CheckDetailTexts,
    }
}

texts! {
    /// What the steps are called.
    StepTexts {
        database: Text,
        name: Text,
        connect: Text,
        tls: Text,
        api: Text,
        keys: Text,
    }
}

texts! {
    /// What Test IO said of the stored keys.
    KeyCheckTexts {
        accepted: Plural,
        failed: Text,
        rejected: Text,
        unreachable: Text,
        rate_limited: Text,
        unknown: Text,
        connections: Plural,
    }
}

texts! {
    /// Why a step failed, and what to do about it: who to ask, for what.
    CauseTexts {
        cause: Template,
        advice: Template,
    }
}

texts! {
    /// Why steps fail.
    CheckCauseTexts {
        host_port: Template2,
        database: CauseTexts,
        database_timed_out: CauseTexts,
        name_not_found: CauseTexts,
        name_timed_out: CauseTexts,
        refused: CauseTexts,
        proxy_no_connection: CauseTexts,
        timed_out: CauseTexts,
        proxy_timed_out: CauseTexts,
        tls_timed_out: CauseTexts,
        api_timed_out: CauseTexts,
        keys_timed_out: CauseTexts,
        no_route: CauseTexts,
        proxy_no_route: CauseTexts,
        closed: CauseTexts,
        certificate: CauseTexts,
        tls: CauseTexts,
        proxy_authentication: CauseTexts,
        proxy_refused: CauseTexts,
        unavailable: CauseTexts,
        http_status: CauseTexts,
        not_test_io: CauseTexts,
        keys_not_accepted: CauseTexts,
        unknown: CauseTexts,
    }
}

texts! {
    /// The report, to pass on.
    CheckDetailTexts {
        copy: Text,
        copied: Text,
        label: Text,
        download: Text,
        not_saved: Text,
        title: Text,
        checked: Template,
        page: Template,
        plugin: Template,
        jira: Template,
        runtime: Template,
        database: Template,
        connection: Template,
    }
}
