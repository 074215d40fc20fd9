//! What a person prefers. Jira keeps this in the profile; here it is in cookies that the host pages' script sets.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;

/// The cookie with the theme's word.
const THEME_COOKIE: &str = "sandbox.theme";

/// The cookie with Jira's name of the locale.
const LOCALE_COOKIE: &str = "sandbox.locale";

/// Light, dark, or as the operating system has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Theme {
    Light,
    Dark,
    Auto,
}

impl Theme {
    /// Every theme with its word in the cookie and its name on the screen.
    pub const ALL: [(Self, &'static str, &'static str); 3] = [
        (Self::Light, "light", "Light"),
        (Self::Dark, "dark", "Dark"),
        (Self::Auto, "auto", "Match system"),
    ];
}

/// A locale as Jira names it: `en_UK`, not `en-GB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale(pub &'static str);

impl Locale {
    /// Every locale with its name on the screen.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self("en_US"), "English (United States)"),
        (Self("en_UK"), "English (United Kingdom)"),
        (Self("de_DE"), "Deutsch (Deutschland)"),
        // Only a page that was built for it knows this one; any other is in English.
        (Self("en_XA"), "Pseudo-locale (for tests)"),
    ];

    /// The locale as the `lang` attribute wants it.
    #[must_use]
    pub fn bcp47(self) -> String {
        self.0.replace('_', "-").replace("-UK", "-GB")
    }
}

/// Theme and locale of whoever sent the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preferences {
    /// The theme.
    pub theme: Theme,
    /// The locale.
    pub locale: Locale,
}

impl<S: Send + Sync> FromRequestParts<S> for Preferences {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let jar = CookieJar::from_headers(&parts.headers);
        let cookie = |name| jar.get(name).map(axum_extra::extract::cookie::Cookie::value);
        let theme = Theme::ALL
            .into_iter()
            .find(|(_, word, _)| cookie(THEME_COOKIE) == Some(word));
        let locale = Locale::ALL
            .into_iter()
            .find(|(locale, _)| cookie(LOCALE_COOKIE) == Some(locale.0));
        Ok(Self {
            theme: theme.map_or(Theme::Light, |(theme, ..)| theme),
            locale: locale.map_or(Locale("en_US"), |(locale, _)| locale),
        })
    }
}
