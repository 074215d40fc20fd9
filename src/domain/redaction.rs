//! Takes what is in a key out of words that others wrote: a server that can't read a request may quote a part of it.

/// How many letters and digits in a row make a part of a key recognisable.
const RUN: usize = 8;

/// Shortest key that can be told from an ordinary word, in letters and digits.
const SHORTEST: usize = 4;

/// Stands in place of what was taken out.
const TAKEN_OUT: char = '…';

/// A text without what it shares with a key: from the first to the last of eight letters and digits in a row that the
/// key has too, whatever stands between them, and in whatever case. A shorter key is taken out whole.
pub fn without_key(text: &str, key: &str) -> String {
    let count = letters(key).count();
    if count < SHORTEST {
        return text.to_owned();
    }
    let run = count.min(RUN);
    let found: Vec<(usize, char)> = letters(text).collect();
    let mut shared = vec![false; found.len()];
    for start in 0..(found.len() + 1).saturating_sub(run) {
        let here = found.iter().skip(start).map(|(_, letter)| *letter).take(run);
        if has(key, count, run, here) {
            shared[start..start + run].fill(true);
        }
    }
    let mut redacted = String::with_capacity(text.len());
    let mut inside = false;
    let mut next = 0;
    for (at, letter) in text.char_indices() {
        let counts = found.get(next).is_some_and(|(index, _)| *index == at);
        if counts {
            if shared[next] && !inside {
                redacted.push(TAKEN_OUT);
            }
            // What stands between two shared letters goes with them.
            inside = shared[next] && shared.get(next + 1).copied().unwrap_or_default();
            if shared[next] {
                next += 1;
                continue;
            }
            next += 1;
        }
        if !inside {
            redacted.push(letter);
        }
    }
    redacted
}

/// Whether a key has these letters in a row. Nothing of the key is copied.
fn has(key: &str, count: usize, run: usize, wanted: impl Iterator<Item = char> + Clone) -> bool {
    (0..=count - run).any(|start| {
        letters(key)
            .skip(start)
            .map(|(_, letter)| letter)
            .take(run)
            .eq(wanted.clone())
    })
}

/// The letters and digits of a text, in lower case, with their places.
fn letters(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices()
        .filter(|(_, letter)| letter.is_alphanumeric())
        .map(|(at, letter)| (at, letter.to_ascii_lowercase()))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::without_key;

    const KEY: &str = "5e1f0a7c9b3d42e8a6c4f2107d8b9e3a5c6f4a2f";

    #[test]
    fn a_part_of_the_key_is_not_quoted() {
        for (said, shown) in [
            (
                r#"Unexpected end-of-input: {"apiKey":"5e1f0a7c9b3d42e8"[truncated 24 chars]"#,
                r#"Unexpected end-of-input: {"apiKey":"…"[truncated 24 chars]"#,
            ),
            ("at 7d8b9e3a5c6f4a2f", "at …"),
            ("5E1F0A7C 9B3D42E8 is no key", "… is no key"),
            ("5e1f-0a7c-9b3d-42e8 is no key", "… is no key"),
            ("5 e 1 f 0 a 7 c", "…"),
            ("'5e1f' + '0a7c'", "'…'"),
            ("5e1f0a7c\u{200b}9b3d42e8, then f2107d8b", "…, then …"),
            ("x5e1f0a7c9b3d42e8x", "x…x"),
        ] {
            assert_eq!(without_key(said, KEY), shown, "{said}");
        }
    }

    #[test]
    fn what_the_key_does_not_have_stays() {
        for said in [
            "",
            "5e1f0a7",
            "The API key ends in 4a2f.",
            "request 1f0a7c9-38 🚀",
            "Größe: 5e1f",
        ] {
            assert_eq!(without_key(said, KEY), said);
        }
        assert_eq!(
            without_key("A key", "key"),
            "A key",
            "too short to be told from words"
        );
        assert_eq!(without_key("no: S3cre!", "s3cre"), "no: …!");
        assert_eq!(without_key("anything", ""), "anything");
    }

    #[test]
    fn of_any_place_in_the_key_eight_characters_are_taken_out() {
        for start in 0..=KEY.len() - 8 {
            let part = &KEY[start..start + 8];
            assert_eq!(without_key(&format!("<{part}>"), KEY), "<…>");
        }
    }
}
