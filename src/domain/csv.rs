//! Tables as text that spreadsheets open (RFC 4180), whatever stands in their cells.

/// Says that the text is UTF-8. Without it Excel takes the text for one of an older encoding.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A table of rows of cells.
pub struct Table(String);

impl Table {
    /// A table with these headings.
    pub fn new(headings: &[&str]) -> Self {
        let mut table = Self(BYTE_ORDER_MARK.into());
        table.row(headings);
        table
    }

    /// Puts a row at the end.
    pub fn row<S: AsRef<str>>(&mut self, cells: &[S]) {
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.0.push(',');
            }
            self.cell(cell.as_ref());
        }
        self.0.push_str("\r\n");
    }

    /// The whole table.
    pub fn into_text(self) -> String {
        self.0
    }

    fn cell(&mut self, text: &str) {
        self.0.push('"');
        if text.starts_with(may_begin_a_formula) {
            self.0.push('\'');
        }
        for letter in text.chars() {
            if letter == '"' {
                self.0.push('"');
            }
            self.0.push(letter);
        }
        self.0.push('"');
    }
}

/// Whether a spreadsheet may take a cell that begins so for a formula, and run it. An apostrophe before it makes it a
/// text (OWASP, "CSV Injection"). The wide forms count for spreadsheets in East Asian languages.
fn may_begin_a_formula(letter: char) -> bool {
    matches!(
        letter,
        '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'
    )
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::panic, reason = "a text that can't be read has failed")]

    use proptest::prelude::*;

    use super::Table;

    fn text(rows: &[&[&str]]) -> String {
        let mut table = Table::new(&[]);
        for row in rows {
            table.row(row);
        }
        table.into_text()
    }

    /// What a program that follows RFC 4180 reads.
    fn read(text: &str) -> Vec<Vec<String>> {
        let mut rows = vec![vec![]];
        let mut rest = text.trim_start_matches('\u{feff}').chars().peekable();
        while let Some(letter) = rest.next() {
            match letter {
                ',' => {}
                '\r' => {
                    assert_eq!(rest.next(), Some('\n'));
                    rows.push(vec![]);
                }
                '"' => {
                    let mut cell = String::new();
                    while let Some(letter) = rest.next() {
                        if letter != '"' || rest.next_if_eq(&'"').is_some() {
                            cell.push(letter);
                        } else {
                            break;
                        }
                    }
                    if let Some(row) = rows.last_mut() {
                        row.push(cell);
                    }
                }
                other => panic!("outside of a cell: {other}"),
            }
        }
        rows.pop();
        rows
    }

    #[test]
    fn it_begins_with_the_byte_order_mark_and_every_line_ends_in_crlf() {
        let mut table = Table::new(&["Project", "Status"]);
        table.row(&["Web shop", "Connected"]);
        assert_eq!(
            table.into_text(),
            "\u{feff}\"Project\",\"Status\"\r\n\"Web shop\",\"Connected\"\r\n"
        );
    }

    #[test]
    fn what_would_be_a_formula_becomes_a_text() {
        for formula in [
            "=HYPERLINK(\"http://x\")",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "＝1",
        ] {
            let row = &read(&text(&[&[formula]]))[1];
            assert_eq!(row, &[format!("'{formula}")]);
        }
        assert_eq!(read(&text(&[&["a=b", "3-2", ""]]))[1], ["a=b", "3-2", ""]);
    }

    proptest! {
        #[test]
        fn whatever_stands_in_a_cell_is_read_back(
            rows in prop::collection::vec(prop::collection::vec(any::<String>(), 1..4), 0..5),
        ) {
            let mut table = Table::new(&["first"]);
            for row in &rows {
                table.row(row);
            }
            let found = read(&table.into_text());
            prop_assert_eq!(found.len(), rows.len() + 1);
            for (found, row) in found.iter().skip(1).zip(&rows) {
                prop_assert_eq!(found.len(), row.len());
                for (found, cell) in found.iter().zip(row) {
                    prop_assert_eq!(found.strip_prefix('\'').unwrap_or(found), cell.strip_prefix('\'').unwrap_or(cell));
                    prop_assert!(!found.starts_with(super::may_begin_a_formula));
                }
            }
        }
    }
}
