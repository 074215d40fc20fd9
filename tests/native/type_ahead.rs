//! Rows that are not loaded yet, found without knowing how the server sorts: that of a link, and those that letters typed
//! in the list lead to.

use leptos::prelude::*;
use testio_connection::{
    domain::{
        filter::{ListFilter, StatusFilter},
        ids::ConnectionId,
    },
    state::{
        load::Load, navigation::Navigation, open_row, opening::Opening, store::Store, type_ahead::TypeAhead,
    },
};

use super::server::{Asked, Server, runtime, settle};

/// A server with projects of these names in the order that it likes, the list, and the row that has the focus.
struct List {
    names: Vec<String>,
    server: Server,
    store: Store,
    type_ahead: TypeAhead,
    focused: RwSignal<usize>,
    now_ms: f64,
    _owner: Owner,
}

impl List {
    fn of(names: impl IntoIterator<Item = String>) -> Self {
        let owner = runtime();
        let server = Server::default();
        let store = Store::new(server.client());
        store.list.reload();
        let list = Self {
            names: names.into_iter().collect(),
            server,
            store,
            type_ahead: TypeAhead::new(store),
            focused: RwSignal::new(0),
            now_ms: 0.0,
            _owner: owner,
        };
        list.answer_all();
        list
    }

    /// Answers everything that is asked; how much that was.
    fn answer_all(&self) -> usize {
        let mut answered = 0;
        while self.server.open() > 0 {
            self.answer(self.server.next());
            answered += 1;
        }
        answered
    }

    fn answer(&self, asked: Asked) {
        let parameter = |name: &str| {
            let (_, rest) = asked.path.split_once(name)?;
            rest.split('&')
                .next()
                .map(|value| value.replace("%20", " ").replace("%C3%A4", "ä"))
        };
        let number = |name| parameter(name).unwrap().parse::<usize>().unwrap();
        let size = number("maxResults=");
        let words = parameter("query=").unwrap_or_default().to_lowercase();
        let has_words = |name: &str| {
            words
                .split_whitespace()
                .all(|word| name.to_lowercase().contains(word))
        };
        let found: Vec<_> = (0..self.names.len())
            .filter(|index| has_words(&self.names[*index]))
            .collect();
        let position = |id: String| found.iter().position(|index| index.to_string() == id);
        let start = match (parameter("containing="), parameter("startingWith=")) {
            (Some(id), None) => position(id).unwrap_or(0) / size * size,
            (Some(id), Some(start)) => {
                let behind = position(id).map_or(0, |place| place + 1);
                let begins = |place: &usize| {
                    self.names[found[*place]]
                        .to_lowercase()
                        .starts_with(&start.to_lowercase())
                };
                (behind..found.len()).chain(0..behind).find(begins).unwrap_or(0) / size * size
            }
            _ => number("startAt="),
        };
        let sample: serde_json::Value =
            serde_json::from_str(include_str!("../fixtures/connection-project.json")).unwrap();
        let row = |index: &usize| {
            let mut connection = sample.clone();
            connection["id"] = index.to_string().into();
            connection["project"]["name"] = self.names[*index].as_str().into();
            connection
        };
        let values: Vec<_> = found.iter().skip(start).take(size).map(row).collect();
        let page = serde_json::json!({"startAt": start, "maxResults": size, "total": found.len(), "isLast": true,
            "values": values});
        asked.json(200, &page.to_string());
    }

    /// Presses a key soon after the last one, in the row that has the focus.
    fn press(&mut self, key: char) {
        self.now_ms += 100.0;
        let (now, focused) = (self.focused.get_untracked(), self.focused);
        let found = move |row| focused.set(row);
        assert!(self.type_ahead.press(&key.to_string(), self.now_ms, now, found));
        settle();
    }

    fn pause(&mut self) {
        self.now_ms += 10_000.0;
    }

    /// Presses a key and answers what is asked; how much that was, and where the focus is then.
    fn lands_at(&mut self, key: char) -> (usize, usize) {
        self.press(key);
        (self.answer_all(), self.focused.get_untracked())
    }
}

/// Five thousand names as a Swedish database sorts them: what begins with Ä comes last.
fn five_thousand() -> List {
    let last = (0..10).map(|number| format!("Ärzte {number}"));
    List::of(
        (0..4_990)
            .map(|number| format!("Project {number:04}"))
            .chain(last),
    )
}

/// The page used to look where its own rule would have sorted the row.
#[test]
fn the_row_of_a_link_is_found_with_one_request_however_the_server_sorts() {
    let list = five_thousand();
    for (id, index) in [("4995", 4_995), ("2617", 2_617)] {
        let navigation = Navigation::new(ConnectionId::global());
        let opening = Opening::new(list.store, navigation);
        open_row::find(list.store, navigation, opening);
        navigation.go(ConnectionId::new(id));
        settle();
        let read = list.server.next();
        assert_eq!(read.path, format!("/connections/{id}"));
        read.json(
            200,
            &include_str!("../fixtures/connection-project.json").replace("\"42\"", &format!("\"{id}\"")),
        );
        assert_eq!(
            opening.state.get_untracked(),
            (ConnectionId::new(id), Load::Ready(()))
        );
        assert_eq!(list.answer_all(), 1);
        let row = list
            .store
            .list
            .rows
            .with_untracked(|rows| rows.get(index).cloned());
        assert_eq!(row.unwrap().id, ConnectionId::new(id));
    }
}

#[test]
fn in_a_filtered_list_the_row_of_a_link_is_not_looked_for() {
    let list = five_thousand();
    list.store.list.ask(ListFilter {
        query: "ärzte".into(),
        ..ListFilter::default()
    });
    list.answer_all();
    let navigation = Navigation::new(ConnectionId::global());
    let opening = Opening::new(list.store, navigation);
    open_row::find(list.store, navigation, opening);
    navigation.go(ConnectionId::new("42"));
    settle();
    let read = list.server.next();
    read.json(200, include_str!("../fixtures/connection-project.json"));
    assert_eq!(
        opening.state.get_untracked(),
        (ConnectionId::new("42"), Load::Ready(()))
    );
    assert_eq!(list.server.open(), 0);
}

/// A plugin that does not know `containing` answers with the first page, and one that is confused with any.
#[test]
fn a_page_that_has_not_what_was_asked_for_ends_the_search() {
    let list = five_thousand();
    for start in [0, 7, 100_000] {
        let finding = list.store;
        let found = RwSignal::new(None);
        leptos::task::spawn_local(async move {
            found.set(Some(finding.find_row(&ConnectionId::new("4995")).await));
        });
        settle();
        let page =
            format!(r#"{{"startAt":{start},"maxResults":50,"total":5000,"isLast":false,"values":[]}}"#);
        list.server.next().json(200, &page);
        assert_eq!((found.get_untracked(), list.server.open()), (Some(None), 0));
    }
}

#[test]
fn letters_lead_to_rows_that_are_not_loaded_with_one_request() {
    let mut list = five_thousand();
    assert_eq!(list.lands_at('ä'), (1, 4_990));
    for (key, index) in [('R', 4_990), ('z', 4_990), ('x', 4_990)] {
        assert_eq!(list.lands_at(key).1, index, "{key}");
    }
    list.pause();
    for key in "project 2731".chars() {
        list.press(key);
    }
    list.answer_all();
    assert_eq!(list.focused.get_untracked(), 2_731);
}

#[test]
fn the_same_letter_leads_from_one_to_the_next_and_from_the_last_to_the_first() {
    let mut list = five_thousand();
    for index in (4_990..5_000).chain([4_990]) {
        assert_eq!(list.lands_at('ä').1, index);
    }
}

#[test]
fn what_is_typed_before_the_row_is_found_takes_its_place() {
    let mut list = five_thousand();
    list.press('ä');
    list.press('x');
    list.answer_all();
    assert_eq!(
        list.focused.get_untracked(),
        0,
        "no name begins with “äx”, and “ä” is not meant any more"
    );
}

#[test]
fn a_search_ends_where_an_answer_cannot_be_had() {
    let mut list = five_thousand();
    list.press('ä');
    list.server.next().json(503, "{}");
    assert_eq!((list.server.open(), list.focused.get_untracked()), (0, 0));
}

/// Where all rows are loaded nobody has to be asked.
#[test]
fn among_loaded_rows_nothing_is_asked() {
    let mut list = List::of(["Zoo", "Ärzte", "apps", "Zebra"].map(String::from));
    for (key, index) in [('a', 2), ('ä', 1)] {
        list.pause();
        assert_eq!(list.lands_at(key), (0, index));
    }
    list.pause();
    for index in [3, 0, 3] {
        assert_eq!(list.lands_at('z'), (0, index));
    }
}

/// That is no list of the server's, but several.
#[test]
fn among_all_that_need_attention_only_loaded_rows_are_found() {
    let mut list = five_thousand();
    list.store
        .list
        .ask(ListFilter::by_status(StatusFilter::NeedsAttention));
    list.answer_all();
    assert_eq!(list.lands_at('ä'), (0, 0));
}
