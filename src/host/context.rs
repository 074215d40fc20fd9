//! Where we are: context path, URLs and locale.

use super::{page::meta, shortcuts::Shortcuts};

/// Where this deployment's parts are. Nothing of it is compiled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// The name of the page that is wanted, as the plugin's servlet has it in its path.
    pub page: String,
    /// Base of the REST endpoints, without a slash at its end.
    pub rest_base: String,
    /// The admin page with the connections.
    pub connection_url: String,
    /// The admin page that says what is wrong.
    pub maintenance_url: String,
    /// The plugin's Configuration page.
    pub configuration_url: String,
    /// The vendor's guide to this page.
    pub help_url: String,
    /// Where people without a Test IO account get one.
    pub vendor_url: String,
    /// Whether the person wants keys to do something by themselves.
    pub shortcuts: Shortcuts,
    /// Where to log in.
    pub login_url: String,
    /// Where to confirm to be an administrator (WebSudo).
    pub web_sudo_url: String,
    /// Jira's version, if it says so.
    pub jira_version: Option<String>,
    /// BCP 47 tag of the reader's locale.
    pub locale: String,
}

const GUIDE: &str = "https://guides.test.io/docs/jira_server/connection";
const VENDOR: &str = "https://test.io/";

impl Host {
    /// Reads it from this document, the host's document and the URL, in this order.
    pub fn read() -> Self {
        let window = web_sys::window();
        let pathname = window
            .as_ref()
            .and_then(|window| window.location().pathname().ok())
            .unwrap_or_default();
        let context = meta("ajs-context-path").unwrap_or_else(|| context_of_path(&pathname).to_owned());
        let at = |name: &str, path: &str| meta(name).unwrap_or_else(|| [context.as_str(), path].concat());
        let language = || {
            window
                .as_ref()
                .and_then(|window| window.navigator().language())
                .unwrap_or_default()
        };
        let document_language = super::page::documents()
            .filter_map(|document| document.document_element()?.get_attribute("lang"))
            .find(|lang| !lang.is_empty());
        Self {
            page: meta("testio-page").unwrap_or_else(|| page_of_path(&pathname).to_owned()),
            rest_base: at("testio-rest-base", "/rest/testio/1.0"),
            connection_url: at("testio-connection-url", "/plugins/servlet/testio/connection"),
            maintenance_url: at("testio-maintenance-url", "/plugins/servlet/testio/maintenance"),
            configuration_url: at(
                "testio-configuration-url",
                "/plugins/servlet/testio/configuration",
            ),
            help_url: meta("testio-help-url").unwrap_or_else(|| GUIDE.to_owned()),
            vendor_url: meta("testio-vendor-url").unwrap_or_else(|| VENDOR.to_owned()),
            shortcuts: Shortcuts::read(),
            login_url: [context.as_str(), "/login.jsp"].concat(),
            web_sudo_url: [context.as_str(), "/secure/admin/WebSudoAuthenticate!default.jspa"].concat(),
            jira_version: meta("ajs-version-number").filter(|version| !version.is_empty()),
            locale: bcp47(
                &meta("ajs-user-locale")
                    .or(document_language)
                    .unwrap_or_else(language),
            ),
        }
    }
}

/// The part of a path before Jira's own prefixes; empty when Jira runs at the root.
fn context_of_path(path: &str) -> &str {
    ["/plugins/", "/download/", "/s/"]
        .iter()
        .filter_map(|prefix| path.find(prefix))
        .min()
        .map_or("", |end| &path[..end])
}

/// What stands in a path after `/page/`; nothing when it has no such part.
fn page_of_path(path: &str) -> &str {
    let (_, page) = path.split_once("/page/").unwrap_or_default();
    page.split('/').next().unwrap_or_default()
}

/// Jira's locale as BCP 47: `de_DE` is `de-DE`, and Jira's `en_UK` is `en-GB`.
fn bcp47(locale: &str) -> String {
    match locale {
        "en_UK" | "en-UK" => "en-GB".to_owned(),
        other => other.replace('_', "-"),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{bcp47, context_of_path, page_of_path};

    #[test]
    fn the_page_is_what_stands_after_the_servlet_s_prefix() {
        for (path, page) in [
            ("/jira/plugins/servlet/testio/page/maintenance/", "maintenance"),
            ("/plugins/servlet/testio/page/connection/index.html", "connection"),
            ("/jira/download/resources/com.testio:testio-page/index.html", ""),
            ("/jira/plugins/servlet/testio/page/", ""),
        ] {
            assert_eq!(page_of_path(path), page, "{path}");
        }
    }

    #[test]
    fn the_context_path_is_what_stands_before_jira_s_prefixes() {
        assert_eq!(
            context_of_path("/jira/plugins/servlet/testio/page/connection/"),
            "/jira"
        );
        assert_eq!(context_of_path("/plugins/servlet/testio/page/connection/"), "");
        assert_eq!(
            context_of_path("/a/b/s/abc/_/download/resources/x/index.html"),
            "/a/b"
        );
        assert_eq!(context_of_path("/elsewhere/index.html"), "");
    }

    #[test]
    fn jira_s_locales_become_language_tags() {
        assert_eq!(bcp47("de_DE"), "de-DE");
        assert_eq!(bcp47("en_UK"), "en-GB");
        assert_eq!(bcp47("en-US"), "en-US");
    }
}
