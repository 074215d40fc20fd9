//! Projects as a grown Jira has them, among them names that hurt.

/// Key and name of each.
pub(super) const PROJECTS: [(&str, &str); 60] = [
    ("SMOK", "Smoke testing"),
    ("SHOP", "Web shop"),
    ("SHOPOLD", "Web shop (old)"),
    ("SHOP2", "Web shop 2"),
    ("SHOPDE", "Web shop Deutschland"),
    ("SHOPFR", "Web shop – Français"),
    ("CHK", "Checkout"),
    ("PAY", "Payments"),
    ("PAYSEC", "Payments: fraud & security"),
    ("IOS", "iOS app"),
    ("AND", "Android app"),
    ("QUOTE", "\"Quoted\" project's name"),
    ("MARKUP", "<b>markup</b> in a name"),
    ("SCRIPT", "<script>alert(1)</script>"),
    ("ENT", "R&amp;D – entities &lt;3"),
    (
        "LONG",
        "A project whose name is as long as Jira permits, that is exactly 80 letters long",
    ),
    (
        "NOSPACE",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    ),
    ("RTL", "مشروع الاختبار"),
    ("HEB", "פרויקט בדיקות"),
    ("BIDI", "QA אבטחה (phase 2)"),
    ("EMOJI", "🚀 Launch control 👩‍🚀"),
    ("JPN", "品質保証プロジェクト"),
    ("UMLAUT", "Übergrößenträger"),
    ("STRASSE", "Straßenkarten Österreich"),
    ("CAFE", "Café & crème"),
    ("PCT", "100 % coverage_of %s"),
    ("SLASH", "Client/Server \\ Backend"),
    ("SPACES", "Two  spaces   and more"),
    ("SINGLE", "X"),
    ("NUM", "2026"),
    ("BILL", "Billing"),
    ("BILLEU", "Billing Europe"),
    ("BILLUS", "Billing United States"),
    ("CRM", "Customer relations"),
    ("DATA", "Data platform"),
    ("DWH", "Data warehouse"),
    ("DESIGN", "Design system"),
    ("DEVOPS", "DevOps"),
    ("DOCS", "Documentation"),
    ("GIFT", "Gift cards"),
    ("HELP", "Help centre"),
    ("HR", "Human resources"),
    ("INFRA", "Infrastructure"),
    ("INTRA", "Intranet"),
    ("LEGAL", "Legal requests"),
    ("LOY", "Loyalty programme"),
    ("MKT", "Marketing site"),
    ("MOB", "Mobile web"),
    ("NEWS", "Newsletter"),
    ("ONB", "Onboarding"),
    ("PART", "Partner portal"),
    ("PERF", "Performance testing"),
    ("RET", "Returns"),
    ("SEARCH", "Search"),
    ("SEC", "Security"),
    ("STORE", "Store finder"),
    ("SUP", "Support"),
    ("TRANS", "Translations"),
    ("TV", "Smart TV app"),
    ("WH", "Warehouse"),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::PROJECTS;

    #[test]
    fn keys_are_unique_and_names_as_jira_permits() {
        let keys: HashSet<_> = PROJECTS.iter().map(|(key, _)| key).collect();
        assert_eq!(keys.len(), PROJECTS.len());
        for (key, name) in PROJECTS {
            assert!((2..=10).contains(&key.len()) || key == "X", "{key}");
            assert!(
                (1..=80).contains(&name.chars().count()),
                "{name}: {}",
                name.chars().count()
            );
        }
        assert!(PROJECTS.iter().any(|(_, name)| name.chars().count() == 80));
    }
}
