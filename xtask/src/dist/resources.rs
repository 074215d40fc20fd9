//! The page's files as a module of the plugin's descriptor.

use std::fmt::Write as _;

use anyhow::{Result, bail};

/// What each kind of file is sent as.
const TYPES: [(&str, &str); 4] = [
    ("html", "text/html;charset=UTF-8"),
    ("js", "text/javascript"),
    ("css", "text/css"),
    ("wasm", "application/wasm"),
];

/// The module for files of these names. Jira compresses by itself, so that the compressed copies are not among them.
pub fn descriptor<'a>(names: impl Iterator<Item = &'a str>) -> Result<String> {
    let mut text =
        "<!-- For atlassian-plugin.xml. The package's page/ is at src/main/resources/testio/page/. -->\n\
        <web-resource key=\"testio-page\" name=\"Test IO pages\">\n"
            .to_owned();
    for name in names {
        let Some(content_type) = content_type(name) else {
            bail!("nobody has said what {name} is sent as");
        };
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "  <resource type=\"download\" name=\"{name}\" location=\"testio/page/{name}\">\n    \
            <param name=\"content-type\" value=\"{content_type}\"/>\n  </resource>"
        );
    }
    text.push_str("</web-resource>\n");
    Ok(text)
}

/// For a name that is plain enough to stand in XML as it is.
fn content_type(name: &str) -> Option<&'static str> {
    let is_plain = name
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/'));
    let (_, extension) = name.rsplit_once('.').filter(|_| is_plain)?;
    TYPES
        .into_iter()
        .find(|(known, _)| *known == extension)
        .map(|(_, content_type)| content_type)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use super::descriptor;

    #[test]
    fn each_file_is_declared_with_its_type() {
        let text = descriptor(["b-1.js", "a-2/a_bg.wasm"].into_iter()).unwrap();
        assert!(
            text.contains(
                "  <resource type=\"download\" name=\"a-2/a_bg.wasm\" location=\"testio/page/a-2/a_bg.wasm\">\n    \
                <param name=\"content-type\" value=\"application/wasm\"/>\n  </resource>\n"
            ),
            "{text}"
        );
        assert_eq!(text.matches("<resource ").count(), 2);
    }

    #[test]
    fn what_cannot_be_declared_is_an_error() {
        assert!(descriptor(["picture.png"].into_iter()).is_err());
        assert!(descriptor(["a\"b.js"].into_iter()).is_err());
    }
}
