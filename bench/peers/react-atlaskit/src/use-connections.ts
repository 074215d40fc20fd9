import { useCallback, useEffect, useRef, useState } from "react";

import { type Connection, type Filter, listConnections } from "./api";

/** Rows asked for at a time. */
const PAGE_SIZE = 50;

export interface ConnectionList {
  /** What is loaded, in the pages it came in, so that a page that has not changed is not rendered again. */
  readonly pages: readonly (readonly Connection[])[];
  /** How many there are; unknown while the first page is on its way. */
  readonly total: number | undefined;
  readonly failed: boolean;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  /** Loads again what is loaded, for a row that was added or deleted. */
  readonly reload: () => void;
  /** Takes in the server's newest word on a row. */
  readonly replace: (connection: Connection) => void;
}

/** The Jira Project specific connections, loaded page by page as the reader scrolls. */
export function useConnections(filter: Filter): ConnectionList {
  const [pages, setPages] = useState<readonly (readonly Connection[])[]>([]);
  const [total, setTotal] = useState<number>();
  const [failed, setFailed] = useState(false);
  const request = useRef<AbortController>();
  const busy = useRef(false);
  const loaded = useRef(0);

  const load = useCallback(
    async (upTo: number, keep: readonly (readonly Connection[])[]) => {
      request.current?.abort();
      const controller = new AbortController();
      request.current = controller;
      busy.current = true;
      try {
        const next = [...keep];
        do {
          const page = await listConnections(filter, next.length * PAGE_SIZE, PAGE_SIZE, controller.signal);
          if (controller.signal.aborted) {
            return;
          }
          next.push(page.values);
          setTotal(page.total);
          if (page.isLast) {
            break;
          }
        } while (next.length < upTo);
        loaded.current = next.length;
        setPages(next);
        setFailed(false);
      } catch {
        if (!controller.signal.aborted) {
          setFailed(true);
        }
      } finally {
        if (request.current === controller) {
          busy.current = false;
        }
      }
    },
    [filter],
  );

  useEffect(() => {
    void load(1, []);
    return () => request.current?.abort();
  }, [load]);

  const loadMore = useCallback(() => {
    if (!busy.current) {
      void load(pages.length + 1, pages);
    }
  }, [load, pages]);

  const reload = useCallback(() => void load(Math.max(loaded.current, 1), []), [load]);

  const replace = useCallback((connection: Connection) => {
    setPages((pages) =>
      pages.map((page) =>
        page.some((row) => row.id === connection.id)
          ? page.map((row) => (row.id === connection.id ? connection : row))
          : page,
      ),
    );
  }, []);

  const count = pages.reduce((sum, page) => sum + page.length, 0);
  return { pages, total, failed, hasMore: total !== undefined && count < total, loadMore, reload, replace };
}
