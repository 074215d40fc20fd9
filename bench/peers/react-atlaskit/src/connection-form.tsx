import Button from "@atlaskit/button/new";
import Form, { ErrorMessage, Field, FormFooter, HelperMessage } from "@atlaskit/form";
import Textfield from "@atlaskit/textfield";
import { useState } from "react";

import { ApiError, type Connection, type Update, updateConnection } from "./api";

interface Values {
  readonly apiKey?: string;
  readonly accountLabel?: string;
}

interface Props {
  readonly connection: Connection;
  readonly onSaved: (connection: Connection) => void;
  readonly onTest: () => void;
}

/** The API key and the account label. Mounted anew for each connection and version of it. */
export function ConnectionForm({ connection, onSaved, onTest }: Props) {
  const { id, hasKey, keyHint, keySavedAt, keySavedBy, accountLabel } = connection;
  const [replacing, setReplacing] = useState(!hasKey);
  const submit = async ({ apiKey, accountLabel: label }: Values) => {
    const update: Update = {
      ...(apiKey?.trim() ? { apiKey: apiKey.trim() } : {}),
      ...(label !== undefined && label !== (accountLabel ?? "") ? { accountLabel: label } : {}),
    };
    try {
      onSaved(await updateConnection(id, update));
      return undefined;
    } catch (error) {
      if (error instanceof ApiError && Object.keys(error.fields).length > 0) {
        return error.fields;
      }
      return { accountLabel: error instanceof Error ? error.message : "Not saved." };
    }
  };
  return (
    <Form<Values> onSubmit={submit}>
      {({ formProps, dirty, submitting }) => (
        <form {...formProps} className="form">
          {replacing ? (
            <Field name="apiKey" label="API key" isRequired={!hasKey} defaultValue="">
              {({ fieldProps, error }) => (
                <>
                  <Textfield {...fieldProps} type="password" autoComplete="new-password" spellCheck={false} />
                  <HelperMessage>In Test IO, open Integrations → API and copy your Personal API key.</HelperMessage>
                  {error && <ErrorMessage>{error}</ErrorMessage>}
                </>
              )}
            </Field>
          ) : (
            <div>
              <p className="label">API key</p>
              <p className="mask">
                <span>•••• {keyHint}</span>
                <small>
                  saved {keySavedAt && new Date(keySavedAt).toLocaleDateString()} by {keySavedBy?.displayName}
                </small>
              </p>
              <div className="actions">
                <Button onClick={() => setReplacing(true)}>Replace key</Button>
                <Button onClick={onTest}>Test connection</Button>
              </div>
            </div>
          )}
          <Field name="accountLabel" label="Account label" defaultValue={accountLabel ?? ""}>
            {({ fieldProps, error }) => (
              <>
                <Textfield {...fieldProps} />
                <HelperMessage>
                  Optional. Your own name for the Test IO account, so that you can tell accounts apart.
                </HelperMessage>
                {error && <ErrorMessage>{error}</ErrorMessage>}
              </>
            )}
          </Field>
          <FormFooter align="start">
            <Button appearance="primary" type="submit" isDisabled={!dirty} isLoading={submitting}>
              Save
            </Button>
          </FormFooter>
        </form>
      )}
    </Form>
  );
}
