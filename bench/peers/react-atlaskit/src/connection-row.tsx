import Avatar from "@atlaskit/avatar";
import GlobeIcon from "@atlaskit/icon/core/globe";
import LinkItem from "@atlaskit/menu/link-item";
import { memo, type MouseEvent, type KeyboardEvent } from "react";

import type { Connection } from "./api";
import { StatusLozenge } from "./status";

interface Props {
  readonly connection: Connection;
  readonly isSelected: boolean;
  readonly onOpen: (connection: Connection) => void;
}

/** A link to a connection. Rendered again only when something of it has changed. */
export const ConnectionRow = memo(function ConnectionRow({ connection, isSelected, onOpen }: Props) {
  const { id, project, accountLabel, status } = connection;
  const open = (event: MouseEvent | KeyboardEvent) => {
    event.preventDefault();
    onOpen(connection);
  };
  const picture = project ? (
    <Avatar appearance="square" size="small" imgLoading="lazy" src={project.avatarUrl} />
  ) : (
    <GlobeIcon label="" />
  );
  return (
    <LinkItem
      href={project ? `#/connections/${id}` : "#/global"}
      isSelected={isSelected}
      onClick={open}
      iconBefore={picture}
      description={[project?.key, accountLabel].filter(Boolean).join(" · ")}
      iconAfter={<StatusLozenge status={status} />}
    >
      {project?.name ?? "All Jira projects"}
    </LinkItem>
  );
});
