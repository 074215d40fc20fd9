import { IconButton } from "@atlaskit/button/new";
import DropdownMenu, { DropdownItem, DropdownItemGroup } from "@atlaskit/dropdown-menu";
import MoreIcon from "@atlaskit/icon/core/show-more-horizontal";
import Toggle from "@atlaskit/toggle";
import { memo } from "react";

import type { Connection } from "./api";
import { ConnectionForm } from "./connection-form";
import { statusAdvice, StatusLozenge } from "./status";

interface Props {
  readonly connection: Connection;
  readonly onSaved: (connection: Connection) => void;
  readonly onSwitch: (active: boolean) => void;
  readonly onTest: () => void;
  readonly onRemoveKey: () => void;
  readonly onDelete: () => void;
}

/** The open connection. Rendered again only when that has changed, not with every letter of the filter. */
export const Detail = memo(function Detail(props: Props) {
  const { connection, onSaved, onSwitch, onTest, onRemoveKey, onDelete } = props;
  const { id, project, status, active, hasKey, products, productCount, version } = connection;
  const title = project ? `${project.name} (${project.key})` : "Global (default)";
  const more = productCount - Math.min(products.length, 3);
  return (
    <article className="detail" aria-label={title}>
      <header className="detail-header">
        <h2>
          <bdi>{title}</bdi>
        </h2>
        <StatusLozenge status={status} />
        <DropdownMenu<HTMLButtonElement>
          trigger={({ triggerRef, ...props }) => (
            <IconButton
              {...props}
              ref={triggerRef}
              appearance="subtle"
              icon={MoreIcon}
              label={`More actions for ${project?.name ?? "Global (default)"}`}
            />
          )}
        >
          <DropdownItemGroup>
            <DropdownItem isDisabled={!hasKey} onClick={onTest}>
              Test connection
            </DropdownItem>
            <DropdownItem isDisabled={!hasKey} onClick={onRemoveKey}>
              Remove key…
            </DropdownItem>
            {project && <DropdownItem onClick={onDelete}>Delete connection…</DropdownItem>}
          </DropdownItemGroup>
        </DropdownMenu>
      </header>
      <p>
        {project
          ? "This project uses its own Test IO account, not Global."
          : "Every project without a connection of its own uses this one."}
      </p>
      <p>{statusAdvice(status)}</p>
      {!project && (
        <p className="switch">
          <Toggle
            id="active"
            isChecked={active}
            isDisabled={!hasKey}
            onChange={(event) => onSwitch(event.currentTarget.checked)}
          />
          <label htmlFor="active">Active</label>
        </p>
      )}
      <ConnectionForm key={`${id} ${version}`} connection={connection} onSaved={onSaved} onTest={onTest} />
      {products.length > 0 && (
        <p>
          Test IO products: {products.slice(0, 3).map(({ name }) => name).join(", ")}
          {more > 0 && ` and ${more} more`}
        </p>
      )}
    </article>
  );
});
