import Button from "@atlaskit/button/new";
import ModalDialog, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from "@atlaskit/modal-dialog";
import { useState } from "react";

interface Props {
  readonly title: string;
  readonly action: string;
  readonly children: string;
  readonly onClose: () => void;
  readonly onConfirm: () => Promise<void>;
}

/** Asks before something is removed. */
export function ConfirmDialog({ title, action, children, onClose, onConfirm }: Props) {
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    await onConfirm();
  };
  return (
    <ModalDialog onClose={onClose} width="small">
      <ModalHeader>
        <ModalTitle appearance="danger">{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>{children}</ModalBody>
      <ModalFooter>
        <Button appearance="subtle" autoFocus onClick={onClose}>
          Cancel
        </Button>
        <Button appearance="danger" isLoading={busy} onClick={() => void confirm()}>
          {action}
        </Button>
      </ModalFooter>
    </ModalDialog>
  );
}
