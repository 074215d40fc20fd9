//! What reads a signal is forgotten by it in time.

use leptos::{
    prelude::on_cleanup,
    reactive::graph::{Observer, Subscriber as _},
};

/// Makes whatever signals the effect, memo or view that runs now reads forget it once it has gone.
///
/// Leptos leaves what has gone in the signals' lists of their readers (`reactive_graph` 0.2): one that outlives its
/// readers collects them, and asks each when it changes. So a row, the pane of a connection or an option of a picker calls
/// this before it reads what lives longer than itself.
pub fn end_on_cleanup() {
    if let Some(reader) = Observer::get() {
        on_cleanup(move || reader.clear_sources(&reader));
    }
}

/// A signal, for readers that it outlives: they call [`end_on_cleanup`] by that.
pub fn outlived<S>(signal: S) -> S {
    end_on_cleanup();
    signal
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use leptos::prelude::*;

    use super::*;

    // Rows that were scrolled past stayed in the lists of the signals of their list: 5,000 rows took megabytes.
    #[test]
    fn what_has_gone_is_not_told_of_changes() {
        let page = Owner::new();
        let (pane, signal) = page.with(|| (Owner::new(), RwSignal::new(0)));
        let runs = StoredValue::new(0);
        let reader = StoredValue::new_local(None);
        let memo = pane.with(|| {
            Memo::new(move |_| {
                end_on_cleanup();
                reader.set_value(Observer::get());
                runs.update_value(|runs| *runs += 1);
                signal.get()
            })
        });
        signal.set(1);
        assert_eq!(memo.get(), 1);
        signal.set(2);
        assert_eq!((memo.get(), runs.get_value()), (2, 2));
        // Kept alive, so that it would tell if it were asked again.
        let kept = reader.get_value().and_then(|reader| reader.1.upgrade());
        pane.cleanup();
        signal.set(3);
        kept.iter().for_each(|kept| _ = kept.update_if_necessary());
        assert_eq!((kept.is_some(), runs.get_value()), (true, 2));
    }
}
