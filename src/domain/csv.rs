//! Tables as text that spreadsheets open (RFC 4180), whatever stands in their cells.

/// Says that the text is UTF-8. Without it Excel takes the text for one of an older encoding.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// Where numbers are written with a decimal point.
    Comma,
    /// Where numbers are written with a decimal comma, there spreadsheets take a comma for part of a cell.
    Semicolon,
}

/// A table of rows of cells.
pub struct Table {
    text: String,
    separator: char,
}

impl Table {
    /// A table with these headings.
    pub fn new(separator: Separator, headings: &[&str]) -> Self {
        let mut table = Self {
            text: BYTE_ORDER_MARK.into(),
            separator: match separator {
                Separator::Comma => ',',
                Separator::Semicolon => ';',
            },
        };
        table.row(headings);
        table
    }

    /// Puts a row at the end.
    pub fn row<S: AsRef<str>>(&mut self, cells: &[S]) {
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.text.push(self.separator);
            }
            self.cell(cell.as_ref());
        }
        self.text.push_str("\r\n");
    }

    /// The whole table.
    pub fn into_text(self) -> String {
        self.text
    }

    fn cell(&mut self, text: &str) {
        self.text.push('"');
        if text.starts_with(['\t', '\r', '\n']) {
            self.text.push('\'');
        }
        let mut may_begin_a_cell = true;
        for letter in text.chars() {
            if may_begin_a_cell && begins_a_formula(letter) {
                self.text.push('\'');
            }
            // Blanks and quotes may be taken off what begins a cell.
            may_begin_a_cell =
                separates(letter) || (may_begin_a_cell && (letter.is_whitespace() || letter == '"'));
            if letter == '"' {
                self.text.push('"');
            }
            self.text.push(letter);
        }
        self.text.push('"');
    }
}

/// Whether a spreadsheet may take what follows for another cell. Which one it takes depends on who opens the file, and
/// then quotes are of no help (OWASP, "CSV Injection").
fn separates(letter: char) -> bool {
    matches!(letter, ',' | ';' | '\t' | '|' | '\r' | '\n')
}

/// Whether a spreadsheet may take a cell that begins so for a formula, and run it. An apostrophe before it makes it a
/// text (OWASP, "CSV Injection"). The wide forms count for spreadsheets in East Asian languages.
fn begins_a_formula(letter: char) -> bool {
    matches!(letter, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a text that can't be read has failed")]

    use proptest::prelude::*;

    use super::{Separator, Table};

    const BOTH: [(Separator, char); 2] = [(Separator::Comma, ','), (Separator::Semicolon, ';')];

    fn text(separator: Separator, rows: &[&[&str]]) -> String {
        let mut table = Table::new(separator, &["first"]);
        for row in rows {
            table.row(row);
        }
        table.into_text()
    }

    /// What a spreadsheet reads that splits by this separator: quotes hold only where they begin a cell, and what follows
    /// the closing one up to the next separator belongs to the cell.
    fn read(text: &str, separator: char) -> Vec<Vec<String>> {
        let mut rows = vec![vec![]];
        let mut cell = String::new();
        let mut quoted = false;
        let mut begins = true;
        let mut rest = text.trim_start_matches('\u{feff}').chars().peekable();
        while let Some(letter) = rest.next() {
            match letter {
                '"' if quoted && rest.next_if_eq(&'"').is_some() => cell.push('"'),
                '"' if quoted => quoted = false,
                '"' if begins => quoted = true,
                '\r' | '\n' if !quoted => {
                    rest.next_if_eq(&'\n');
                    rows.last_mut().unwrap().push(std::mem::take(&mut cell));
                    rows.push(vec![]);
                    begins = true;
                    continue;
                }
                other if other == separator && !quoted => {
                    rows.last_mut().unwrap().push(std::mem::take(&mut cell));
                    begins = true;
                    continue;
                }
                other => cell.push(other),
            }
            begins = false;
        }
        rows.pop();
        rows
    }

    /// Whether it begins as formulas do once blanks and quotes are taken off.
    fn is_formula(cell: &str) -> bool {
        let bare = cell.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '"');
        bare.starts_with(super::begins_a_formula)
    }

    #[test]
    fn it_begins_with_the_byte_order_mark_and_every_line_ends_in_crlf() {
        let mut table = Table::new(Separator::Comma, &["Project", "Status"]);
        table.row(&["Web shop", "Connected"]);
        assert_eq!(
            table.into_text(),
            "\u{feff}\"Project\",\"Status\"\r\n\"Web shop\",\"Connected\"\r\n"
        );
    }

    #[test]
    fn where_numbers_have_a_decimal_comma_a_semicolon_separates() {
        let mut table = Table::new(Separator::Semicolon, &["Projekt", "Status"]);
        table.row(&["Shop, EU", "Verbunden"]);
        assert_eq!(
            read(&table.into_text(), ';'),
            [["Projekt", "Status"], ["Shop, EU", "Verbunden"]]
        );
    }

    #[test]
    fn what_would_be_a_formula_becomes_a_text() {
        for formula in [
            "=HYPERLINK(\"http://x\")",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t1",
            "\r1",
            "\n1",
            "＝1",
            " =1",
        ] {
            let row = &read(&text(Separator::Comma, &[&[formula]]), ',')[1];
            let guarded = match formula.strip_prefix(' ') {
                Some(formula) => format!(" '{formula}"),
                None => format!("'{formula}"),
            };
            assert_eq!(row, &[guarded]);
        }
        let harmless = ["a=b", "3-2", "", "Müller & Söhne"];
        assert_eq!(read(&text(Separator::Comma, &[&harmless]), ',')[1], harmless);
    }

    /// A file that is read with the other separator falls apart into other cells than were written.
    #[test]
    fn no_separator_makes_a_formula_of_what_stands_within_a_cell() {
        for label in [
            "x;=1+1;",
            "x,=1+1,",
            "x\t=1+1",
            "x|=1+1",
            "x;\"=1+1\";",
            "x; +1",
            "x\r\n=1+1",
            "x\";\n@SUM(A1)",
        ] {
            for (separator, _) in BOTH {
                let table = text(separator, &[&["before", label, "after"]]);
                for reader in [',', ';', '\t', '|'] {
                    let cells = read(&table, reader).concat();
                    let bad = cells.iter().find(|cell| is_formula(cell));
                    assert_eq!(bad, None, "{label:?} read with {reader:?}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn whatever_stands_in_a_cell_is_read_back(
            rows in prop::collection::vec(prop::collection::vec("[ a\",;='@+|\n\t漢-]{0,8}", 1..4), 0..5),
        ) {
            for (separator, reader) in BOTH {
                let mut table = Table::new(separator, &["first"]);
                for row in &rows {
                    table.row(row);
                }
                let text = table.into_text();
                let found = read(&text, reader);
                prop_assert_eq!(found.len(), rows.len() + 1);
                for (found, row) in found.iter().skip(1).zip(&rows) {
                    prop_assert_eq!(found.len(), row.len());
                    for (found, cell) in found.iter().zip(row) {
                        prop_assert_eq!(found.replace('\'', ""), cell.replace('\'', ""));
                    }
                }
                for (_, other) in BOTH {
                    for cell in read(&text, other).concat() {
                        prop_assert!(!is_formula(&cell), "{:?}", cell);
                    }
                }
            }
        }
    }
}
