//! Which connection Jira's projects use, as a picture and as its legend.

use leptos::prelude::*;

use crate::{
    domain::summary::{Coverage, Uses},
    i18n::{Plural, Template, use_i18n},
};

/// How a part looks: in the picture, and before its words in the legend. The patterns differ as well as the colours.
const fn swatch(uses: Uses) -> &'static str {
    match uses {
        Uses::Own => "tio-coverage__part tio-coverage__part--own",
        Uses::Global => "tio-coverage__part tio-coverage__part--global",
        Uses::None => "tio-coverage__part tio-coverage__part--none",
    }
}

/// A bar whose parts are as long as there are projects. Assistive technology gets the same in words.
#[component]
pub fn Picture(
    /// How many projects use which connection.
    projects: Coverage,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.overview;
    let words = |uses| -> Template {
        match uses {
            Uses::Own => texts.picture_own,
            Uses::Global => texts.picture_global,
            Uses::None => texts.picture_none,
        }
    };
    let parts = projects.parts();
    let said: Vec<_> = parts
        .iter()
        .map(|(uses, count)| words(*uses).with(&i18n.number(*count)))
        .collect();
    let bars = parts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(uses, count)| view! { <span class=swatch(uses) style:flex-grow=count.to_string()></span> })
        .collect_view();
    view! {
        <div
            class="tio-coverage"
            role="img"
            aria-label=[i18n.count(texts.picture, projects.total), said.join(", ")].concat()
        >
            {bars}
        </div>
    }
}

/// The same in figures. Projects without a connection are named only where there are any.
#[component]
pub fn Legend(
    /// How many projects use which connection.
    projects: Coverage,
    /// Jira Project specific connections. There are more of them than projects with one where projects were archived or
    /// deleted: the list counts these too, so that it has to be said.
    connections: u32,
) -> impl IntoView {
    let i18n = use_i18n();
    let texts = &i18n.overview;
    let left = connections.saturating_sub(projects.own);
    let left = (left > 0).then(|| {
        view! { <span class="tio-coverage__entry">{i18n.count(texts.left, left)}</span> }
    });
    let words = |uses| -> Plural {
        match uses {
            Uses::Own => texts.uses_own,
            Uses::Global => texts.uses_global,
            Uses::None => texts.uses_none,
        }
    };
    let entries = projects
        .parts()
        .into_iter()
        .filter(|(uses, count)| *uses == Uses::Own || *count > 0)
        .map(|(uses, count)| {
            view! {
                <span class="tio-coverage__entry">
                    <span class=swatch(uses)></span>
                    {i18n.count(words(uses), count)}
                </span>
            }
        })
        .collect_view();
    (entries, left)
}
