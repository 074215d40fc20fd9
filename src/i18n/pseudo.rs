//! English as a language that nobody speaks: accented, longer and in brackets, under the tag `en-XA` that ICU and Android
//! use for the same. Whatever shows up without brackets does not come from a catalog, and what has no room for this has
//! none for many a language.

use std::sync::LazyLock;

use super::{
    catalog::{Catalog, DialogTexts, MaintenanceTexts},
    en::{self, ENGLISH},
    template::{Plural, Template, Template2},
};

/// A text, or several, as this language has it.
pub(super) trait Pseudo {
    /// Its counterpart.
    fn pseudo(self) -> Self;
}

/// Every text that is there from the start. Like those of a language, they are there for as long as the page is.
pub(super) fn catalog() -> &'static Catalog {
    static PSEUDO: LazyLock<Catalog> = LazyLock::new(|| ENGLISH.pseudo());
    &PSEUDO
}

/// The texts of the dialogs.
pub(super) fn dialogs() -> &'static DialogTexts {
    static PSEUDO: LazyLock<DialogTexts> = LazyLock::new(|| en::dialogs::DIALOGS.pseudo());
    &PSEUDO
}

/// The texts of the Maintenance page.
pub(super) fn maintenance() -> &'static MaintenanceTexts {
    static PSEUDO: LazyLock<MaintenanceTexts> = LazyLock::new(|| en::maintenance::MAINTENANCE.pseudo());
    &PSEUDO
}

impl Pseudo for &'static str {
    fn pseudo(self) -> Self {
        written(self).leak()
    }
}

impl Pseudo for Template {
    fn pseudo(self) -> Self {
        Self(self.0.pseudo())
    }
}

impl Pseudo for Template2 {
    fn pseudo(self) -> Self {
        Self(self.0.pseudo())
    }
}

impl Pseudo for Plural {
    fn pseudo(self) -> Self {
        Self {
            one: self.one.pseudo(),
            other: self.other.pseudo(),
        }
    }
}

/// German needs about 40 % more room than English, for more words and for longer ones.
fn written(text: &str) -> String {
    let accented: String = text.chars().map(accented).collect();
    let more = text.chars().count() * 2 / 5 + 1;
    let words = " ~~~~~".repeat(more / 6);
    let longer = "~".repeat(more % 6);
    format!("⟦{accented}{longer}{words}⟧")
}

fn accented(letter: char) -> char {
    const PLAIN: &str = "abcdefghijklmnoprstuvwyzABCDEFGHIJKLMNOPRSTUVWYZ";
    const ACCENTED: &str = "áƀçđéƒĝĥíĵķłɱñóþřšţúṽŵýžÁƁÇĐÉƑĜĤÍĴĶŁṀÑÓÞŘŠŢÚṼŴÝŽ";
    PLAIN
        .chars()
        .zip(ACCENTED.chars())
        .find_map(|(plain, accented)| (plain == letter).then_some(accented))
        .unwrap_or(letter)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{super::template::Template, Pseudo as _};

    #[test]
    fn it_is_longer_accented_and_in_brackets_and_keeps_its_gaps() {
        assert_eq!("Save".pseudo(), "⟦Šáṽé~~⟧");
        assert_eq!(Template("by {}").pseudo().with("Ana"), "⟦ƀý Ana~~~⟧");
        assert_eq!("Which applies?".pseudo(), "⟦Ŵĥíçĥ áþþłíéš? ~~~~~⟧");
    }
}
