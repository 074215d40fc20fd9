import Button from "@atlaskit/button/new";
import { FlagsProvider, useFlags } from "@atlaskit/flag";
import AddIcon from "@atlaskit/icon/core/add";
import { ModalTransition } from "@atlaskit/modal-dialog";
import Spinner from "@atlaskit/spinner";
import { useCallback, useEffect, useState } from "react";

import * as api from "./api";
import type { Connection, Filter, Summary } from "./api";
import { AddDialog } from "./add-dialog";
import { ConfirmDialog } from "./confirm-dialog";
import { ConnectionFilter, ConnectionList } from "./connection-list";
import { ConnectionRow } from "./connection-row";
import { Detail } from "./detail";
import { useConnections } from "./use-connections";

const NO_FILTER: Filter = { query: "", status: "", account: "" };

type Dialog = "add" | "removeKey" | "delete" | undefined;

/** All connections on the left, the open one on the right. */
export function ConnectionPage() {
  return (
    <FlagsProvider>
      <Connections />
    </FlagsProvider>
  );
}

function Connections() {
  const { showFlag } = useFlags();
  const [filter, setFilter] = useState(NO_FILTER);
  const [global, setGlobal] = useState<Connection>();
  const [summary, setSummary] = useState<Summary>();
  const [open, setOpen] = useState<Connection>();
  const [dialog, setDialog] = useState<Dialog>();
  const list = useConnections(filter);
  const shown = open ?? global;

  const tell = useCallback(
    (title: string) => showFlag({ title, appearance: "success", isAutoDismiss: true }),
    [showFlag],
  );
  const fail = useCallback(
    (error: unknown) => {
      showFlag({ title: "That didn’t work", description: String((error as Error).message), appearance: "error" });
    },
    [showFlag],
  );
  const refreshSummary = useCallback(() => void api.getSummary().then(setSummary, fail), [fail]);

  useEffect(() => {
    api.getConnection("global").then(setGlobal, fail);
    refreshSummary();
  }, [fail, refreshSummary]);

  const openRow = useCallback((connection: Connection) => {
    const fragment = connection.project ? `#/connections/${connection.id}` : "#/global";
    history.pushState(null, "", fragment);
    setOpen(connection.project ? connection : undefined);
  }, []);

  // The list may be older than the server, so what was opened is read again.
  const openId = open?.id;
  useEffect(() => {
    if (!openId) {
      return undefined;
    }
    const controller = new AbortController();
    const take = (newest: Connection) => setOpen((now) => (now?.id === newest.id ? newest : now));
    api.getConnection(openId, controller.signal).then(take, (error) => controller.signal.aborted || fail(error));
    return () => controller.abort();
  }, [fail, openId]);

  const { replace, reload } = list;
  const accept = useCallback(
    (newest: Connection) => {
      if (newest.project) {
        setOpen((now) => (now?.id === newest.id ? newest : now));
        replace(newest);
      } else {
        setGlobal(newest);
      }
      refreshSummary();
    },
    [refreshSummary, replace],
  );

  const added = (connection: Connection) => {
    setDialog(undefined);
    reload();
    refreshSummary();
    openRow(connection);
    tell(`${connection.project?.name} has its own connection now. Enter its API key.`);
  };
  const saved = useCallback(
    (connection: Connection) => {
      accept(connection);
      tell("Saved.");
    },
    [accept, tell],
  );
  const shownId = shown?.id;
  const test = useCallback(() => {
    const run = async (id: string) => {
      const outcome = await api.testConnection(id);
      accept(await api.getConnection(id));
      tell(outcome === "ACCEPTED" ? "Test IO accepts the saved key." : "Test IO didn’t accept the saved key.");
    };
    if (shownId) {
      run(shownId).catch(fail);
    }
  }, [accept, fail, shownId, tell]);
  const switchGlobal = useCallback(
    (active: boolean) => void api.updateConnection("global", { active }).then(accept, fail),
    [accept, fail],
  );
  const askToRemoveKey = useCallback(() => setDialog("removeKey"), []);
  const askToDelete = useCallback(() => setDialog("delete"), []);
  const removeKey = async () => {
    if (shown) {
      accept(await api.removeKey(shown.id));
      setDialog(undefined);
      tell("The API key was removed.");
    }
  };
  const remove = async () => {
    if (shown?.project && global) {
      await api.deleteConnection(shown.id);
      setDialog(undefined);
      openRow(global);
      reload();
      refreshSummary();
      tell(`The connection of ${shown.project.name} was deleted.`);
    }
  };
  const name = shown?.project?.name ?? "the Global connection";

  return (
    <div className="page">
      <header className="page-header">
        <h1>Connection</h1>
        <p>{summary && overview(summary, global)}</p>
      </header>
      <nav className="sidebar" aria-label="Connections">
        <h2 className="heading">Global (default)</h2>
        <div className="global">
          {global && <ConnectionRow connection={global} isSelected={!open} onOpen={openRow} />}
        </div>
        <h2 className="heading">
          Jira Project specific {summary && `(${summary.connections.total.toLocaleString()})`}
        </h2>
        <ConnectionFilter filter={filter} summary={summary} onFilter={setFilter} />
        <ConnectionList list={list} selected={openId ?? ""} isFiltered={filter !== NO_FILTER} onOpen={openRow} />
        <div className="add">
          <Button shouldFitContainer iconBefore={AddIcon} onClick={() => setDialog("add")}>
            Add connection
          </Button>
        </div>
      </nav>
      <main className="main">
        {shown ? (
          <Detail
            connection={shown}
            onSaved={saved}
            onSwitch={switchGlobal}
            onTest={test}
            onRemoveKey={askToRemoveKey}
            onDelete={askToDelete}
          />
        ) : (
          <Spinner label="Loading…" />
        )}
      </main>
      <ModalTransition>
        {dialog === "add" && <AddDialog onClose={() => setDialog(undefined)} onAdded={added} />}
        {dialog === "removeKey" && (
          <ConfirmDialog
            title={`Remove the API key of ${name}?`}
            action="Remove key"
            onClose={() => setDialog(undefined)}
            onConfirm={() => removeKey().catch(fail)}
          >
            The API key itself stays valid. Revoke it in Test IO if nobody needs it any more.
          </ConfirmDialog>
        )}
        {dialog === "delete" && (
          <ConfirmDialog
            title={`Delete the connection of ${name}?`}
            action="Delete connection"
            onClose={() => setDialog(undefined)}
            onConfirm={() => remove().catch(fail)}
          >
            The project will use the Global connection if that is active.
          </ConfirmDialog>
        )}
      </ModalTransition>
    </div>
  );
}

function overview({ projects }: Summary, global: Connection | undefined): string {
  const own = `${projects.own.toLocaleString()} projects have their own`;
  return global?.active
    ? `Global connection active · ${projects.global.toLocaleString()} projects use it · ${own}`
    : `Global connection inactive · ${own}`;
}
