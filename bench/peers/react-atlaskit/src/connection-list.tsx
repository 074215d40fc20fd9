import SectionMessage, { SectionMessageAction } from "@atlaskit/section-message";
import Select from "@atlaskit/select";
import Spinner from "@atlaskit/spinner";
import Textfield from "@atlaskit/textfield";
import { type FormEvent, memo, useEffect, useRef } from "react";

import type { Connection, Filter, Status, Summary } from "./api";
import { ConnectionRow } from "./connection-row";
import { statusWord } from "./status";
import type { ConnectionList as List } from "./use-connections";

interface FilterProps {
  readonly filter: Filter;
  readonly summary: Summary | undefined;
  readonly onFilter: (filter: Filter) => void;
}

export const ConnectionFilter = memo(function ConnectionFilter({ filter, summary, onFilter }: FilterProps) {
  const byStatus = Object.entries(summary?.connections.byStatus ?? {}) as [Status, number][];
  const statuses = [
    { label: "Any status", value: "" },
    ...byStatus
      .filter(([, count]) => count > 0)
      .map(([status, count]) => ({ label: `${statusWord(status)} (${count})`, value: status as string })),
  ];
  const accounts = [
    { label: "Any account", value: "" },
    ...(summary?.accounts ?? []).map(({ label, connections }) => ({
      label: `${label} (${connections})`,
      value: label,
    })),
  ];
  return (
    <div className="filter" role="search">
      <Textfield
        type="search"
        aria-label="Filter connections"
        placeholder="Name or key"
        value={filter.query}
        onChange={(event: FormEvent<HTMLInputElement>) => onFilter({ ...filter, query: event.currentTarget.value })}
      />
      <Select
        aria-label="Status"
        options={statuses}
        value={statuses.find(({ value }) => value === filter.status)}
        onChange={(choice) => onFilter({ ...filter, status: choice?.value ?? "" })}
      />
      <Select
        aria-label="Account"
        options={accounts}
        value={accounts.find(({ value }) => value === filter.account)}
        onChange={(choice) => onFilter({ ...filter, account: choice?.value ?? "" })}
      />
    </div>
  );
});

interface PageProps {
  readonly rows: readonly Connection[];
  /** The selected connection, if it is one of these rows. */
  readonly selected: string | undefined;
  readonly onOpen: (connection: Connection) => void;
}

const RowPage = memo(function RowPage({ rows, selected, onOpen }: PageProps) {
  return rows.map((connection) => (
    <div role="listitem" key={connection.id}>
      <ConnectionRow connection={connection} isSelected={connection.id === selected} onOpen={onOpen} />
    </div>
  ));
});

interface ListProps {
  readonly list: List;
  readonly selected: string;
  readonly isFiltered: boolean;
  readonly onOpen: (connection: Connection) => void;
}

/** The rows that are loaded, and more of them when the end comes into view. */
export function ConnectionList({ list, selected, isFiltered, onOpen }: ListProps) {
  const { pages, total, failed, hasMore, loadMore, reload } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current || !hasMore) {
      return undefined;
    }
    // Ahead of the reader, so that a steady scroll does not run into the end.
    const options = { root: scroller.current, rootMargin: "1200px" };
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && loadMore(), options);
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [hasMore, loadMore]);

  if (failed) {
    return (
      <SectionMessage
        appearance="error"
        title="This couldn’t be loaded"
        actions={<SectionMessageAction onClick={reload}>Try again</SectionMessageAction>}
      >
        Jira can’t be reached, or failed.
      </SectionMessage>
    );
  }
  if (total === 0) {
    const text = isFiltered ? "No connection matches this filter." : "No project has its own connection";
    return <p className="empty">{text}</p>;
  }
  return (
    <div className="rows" ref={scroller}>
      <div role="list" aria-label="Jira Project specific">
        {pages.map((rows, index) => (
          <RowPage
            key={index}
            rows={rows}
            selected={rows.some(({ id }) => id === selected) ? selected : undefined}
            onOpen={onOpen}
          />
        ))}
      </div>
      {(hasMore || total === undefined) && (
        <div className="more" ref={end}>
          <Spinner size="small" label="Loading…" />
        </div>
      )}
    </div>
  );
}
