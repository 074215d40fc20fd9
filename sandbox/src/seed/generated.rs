//! As many more projects as are wanted, with names that somebody could have given.

use std::fmt::Write;

const AREAS: [&str; 30] = [
    "Payments",
    "Checkout",
    "Catalogue",
    "Search",
    "Billing",
    "Logistics",
    "Inventory",
    "Customer service",
    "Identity",
    "Notifications",
    "Reporting",
    "Analytics",
    "Mobile",
    "Web",
    "Partner",
    "Pricing",
    "Loyalty",
    "Returns",
    "Shipping",
    "Fraud",
    "Content",
    "Campaign",
    "Recruiting",
    "Facilities",
    "Procurement",
    "Treasury",
    "Compliance",
    "Training",
    "Support",
    "Platform",
];

const PARTS: [&str; 22] = [
    "gateway",
    "portal",
    "service",
    "migration",
    "app",
    "back office",
    "API",
    "dashboard",
    "data feed",
    "redesign",
    "pilot",
    "automation",
    "integration",
    "toolkit",
    "operations",
    "quality",
    "roadmap",
    "experiments",
    "core",
    "archive",
    "rollout",
    "monitoring",
];

const PLACES: [&str; 20] = [
    "Europe",
    "North America",
    "Nordics",
    "Iberia",
    "DACH",
    "Benelux",
    "France",
    "Italy",
    "Poland",
    "Brazil",
    "Mexico",
    "Japan",
    "Korea",
    "India",
    "Australia",
    "South Africa",
    "Türkiye",
    "Middle East",
    "UK & Ireland",
    "Global",
];

/// How many there are: enough for ten thousand projects.
pub(super) const MAX: usize = AREAS.len() * PARTS.len() * PLACES.len();

/// Key and name of each. Neighbours differ in every word, so that any number of them looks like a mixture.
pub(super) fn projects() -> impl Iterator<Item = (String, String)> {
    // A step without a common divisor with MAX (2^4 · 3 · 5^2 · 11) visits every combination once.
    (0..MAX).map(|index| (index * 7_919) % MAX).map(|place| {
        let (area, rest) = (AREAS[place % AREAS.len()], place / AREAS.len());
        let (part, region) = (PARTS[rest % PARTS.len()], PLACES[rest / PARTS.len()]);
        (key(area, part, place), format!("{area} {part} {region}"))
    })
}

/// Two letters of the area, one of the part, and three that make the key unique: `PAGAFE`.
fn key(area: &str, part: &str, place: usize) -> String {
    let mut key = area[..2].to_uppercase();
    key.push_str(&part[..1].to_uppercase());
    let mut rest = place;
    for _ in 0..3 {
        let letter = u8::try_from(rest % 26).unwrap_or_default();
        // Writing to a String cannot fail.
        let _ = write!(key, "{}", char::from(b'A' + letter));
        rest /= 26;
    }
    key
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::named::PROJECTS;
    use super::{MAX, projects};

    #[test]
    fn all_differ_in_key_and_name() {
        let all: Vec<_> = projects().collect();
        let keys: HashSet<_> = all
            .iter()
            .map(|(key, _)| key.as_str())
            .chain(PROJECTS.iter().map(|(key, _)| *key))
            .collect();
        let names: HashSet<_> = all.iter().map(|(_, name)| name).collect();
        assert_eq!(keys.len(), MAX + PROJECTS.len());
        assert_eq!(names.len(), MAX);
    }
}
