//! A link that opens beside this page, so that nothing typed here is lost.

use crate::{
    components::icon::{IconName, IconSize, icon},
    i18n::use_i18n,
    view::{
        El,
        tags::{a, span},
    },
};

/// A link to a new tab. It says so, in a sign and in words. `rel` is `noopener`, and `noreferrer` besides when it leads
/// out of Jira.
pub fn new_tab(url: String, label: &'static str, rel: &'static str) -> El {
    let i18n = use_i18n();
    a().class("tio-link")
        .attr("href", url)
        .attr("target", "_blank")
        .attr("rel", rel)
        .child(label)
        .child(icon(IconName::ExternalLink, IconSize::Small))
        .child(
            span()
                .class("tio-visually-hidden")
                .child([" (", i18n.opens_new_tab, ")"].concat()),
        )
}
