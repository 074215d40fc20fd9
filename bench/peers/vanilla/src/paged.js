/** A searchable list that lives on the server, with holes where nothing is loaded yet. */

const PAGE_SIZE = 50;

export class PagedList {
  #fetch;
  #changed;
  #query = {};
  #rows = new Map();
  #asked = new Set();
  #request = new AbortController();
  #inView = [0, PAGE_SIZE];
  /** How many there are; unknown until the first page of a query is here. */
  total = undefined;
  /** Whether the rows belong to the last query. */
  isReady = false;
  failed = false;

  /** `fetch(query, startAt, maxResults, signal)` gives a page; `changed()` is told when there is something to show. */
  constructor(fetch, changed) {
    this.#fetch = fetch;
    this.#changed = changed;
  }

  get(index) {
    return this.#rows.get(index);
  }

  /** Asks something else. Until its first page is here, the rows of the last query stay. */
  ask(query) {
    this.#query = query;
    this.#inView = [0, PAGE_SIZE];
    this.reload();
  }

  /** Asks the same again, for the rows in view. */
  reload() {
    this.#request.abort();
    this.#request = new AbortController();
    this.#asked.clear();
    this.isReady = false;
    this.failed = false;
    void this.#load(Math.floor(this.#inView[0] / PAGE_SIZE), true);
  }

  /** Loads what is missing of the rows in view. */
  show(start, end) {
    this.#inView = [start, end];
    if (!this.isReady) {
      return;
    }
    for (let page = Math.floor(start / PAGE_SIZE); page * PAGE_SIZE < Math.min(end, this.total); page += 1) {
      if (!this.#asked.has(page)) {
        void this.#load(page, false);
      }
    }
  }

  /** Takes in the server's newest word on a row. */
  replace(row) {
    for (const [index, { id }] of this.#rows) {
      if (id === row.id) {
        this.#rows.set(index, row);
        this.#changed();
      }
    }
  }

  async #load(page, isFirst) {
    this.#asked.add(page);
    const { signal } = this.#request;
    try {
      const answer = await this.#fetch(this.#query, page * PAGE_SIZE, PAGE_SIZE, signal);
      if (signal.aborted) {
        return;
      }
      if (isFirst) {
        this.#rows.clear();
        this.isReady = true;
      }
      answer.values.forEach((row, offset) => this.#rows.set(answer.startAt + offset, row));
      this.total = answer.total;
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      this.#asked.delete(page);
      this.failed = true;
    }
    this.#changed();
    if (isFirst && this.isReady) {
      this.show(...this.#inView);
    }
  }
}
