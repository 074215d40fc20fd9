import Avatar from "@atlaskit/avatar";
import Button from "@atlaskit/button/new";
import Form, { ErrorMessage, Field } from "@atlaskit/form";
import ModalDialog, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from "@atlaskit/modal-dialog";
import AsyncSelect from "@atlaskit/select/async-select";
import { useRef } from "react";

import { ApiError, type Connection, createConnection, listProjects, type Project } from "./api";

/** Options shown for a search. The select mounts every option it has, so the rest is left to more typing. */
const MOST_OPTIONS = 50;

interface Props {
  readonly onClose: () => void;
  readonly onAdded: (connection: Connection) => void;
}

/** Select a project, and its connection is added. */
export function AddDialog({ onClose, onAdded }: Props) {
  const search = useRef<AbortController>();
  const load = async (query: string): Promise<Project[]> => {
    search.current?.abort();
    search.current = new AbortController();
    try {
      return [...(await listProjects(query, MOST_OPTIONS, search.current.signal)).values];
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") {
        // The select drops the answers to older searches by itself.
        return [];
      }
      throw error;
    }
  };
  const submit = async ({ project }: { project?: Project | null }) => {
    if (!project) {
      return { project: "Choose a project first." };
    }
    try {
      onAdded(await createConnection(project.id));
      return undefined;
    } catch (error) {
      return { project: error instanceof ApiError ? error.message : "Jira can’t be reached." };
    }
  };
  return (
    <ModalDialog onClose={onClose}>
      <Form<{ project?: Project | null }> onSubmit={submit}>
        {({ formProps, submitting }) => (
          <form {...formProps}>
            <ModalHeader>
              <ModalTitle>Select Jira project</ModalTitle>
            </ModalHeader>
            <ModalBody>
              <p>
                Use a project specific connection to link one project only, or when a project needs a different Test IO
                account from the Global connection.
              </p>
              <Field<Project | null> name="project" label="Jira project" isRequired defaultValue={null}>
                {({ fieldProps: { id, onChange, ...rest }, error }) => (
                  <>
                    <AsyncSelect<Project>
                      {...rest}
                      inputId={id}
                      autoFocus
                      cacheOptions
                      defaultOptions
                      loadOptions={load}
                      placeholder="Type a name or key"
                      noOptionsMessage={() => "No project matches."}
                      getOptionValue={(project) => project.id}
                      getOptionLabel={(project) => project.name}
                      isOptionDisabled={(project) => project.connectionId !== null}
                      formatOptionLabel={(project, { context }) =>
                        context === "value" ? project.name : <ProjectOption project={project} />
                      }
                      menuPosition="fixed"
                      onChange={(project) => onChange(project as Project | null)}
                    />
                    {error && <ErrorMessage>{error}</ErrorMessage>}
                  </>
                )}
              </Field>
            </ModalBody>
            <ModalFooter>
              <Button appearance="subtle" onClick={onClose}>
                Cancel
              </Button>
              <Button appearance="primary" type="submit" isLoading={submitting}>
                Add connection
              </Button>
            </ModalFooter>
          </form>
        )}
      </Form>
    </ModalDialog>
  );
}

function ProjectOption({ project }: { project: Project }) {
  return (
    <span className="option">
      <Avatar appearance="square" size="small" imgLoading="lazy" src={project.avatarUrl} />
      <bdi>{project.name}</bdi>
      <span className="option-key">{project.key}</span>
      {project.connectionId !== null && <span className="option-reason">already connected</span>}
    </span>
  );
}
