import { useState, type KeyboardEvent } from 'react';
import { apiCallExitSchema } from '#shared/nodes/api-call-node.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { Switch } from '../../ui/field/switch.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import type { CallEditorProps } from './call-editor-props.ts';
import { configEdited } from './edit-node.ts';
import { ExitTarget } from './exit-target.tsx';
import { InspectorBody } from './inspector-body.tsx';
import styles from './inspector.module.css';
import exitStyles from './call-exits-tab.module.css';

/** The ways out of an API Call and where they lead; single codes and ranges can have a way of their own. */
export function CallExitsTab({ flow, node }: CallEditorProps) {
  const { config } = node;
  return (
    <InspectorBody>
      <Field
        as="group"
        label="Exits"
        hint="The most specific exit is taken; one without a connection gives way to the next wider one."
      >
        <div className={exitStyles.exits}>
          {nodeExits(node).map((exit) => (
            <div key={exit} className={exitStyles.exitRow}>
              <span className={exitStyles.exitName}>{exit}</span>
              <div className={styles.grow}>
                <ExitTarget flow={flow} nodeId={node.id} exit={exit} called={exit} />
              </div>
              {config.exits.includes(exit) && (
                <IconButton
                  icon="x"
                  label={`Remove the exit ${exit}`}
                  onClick={() =>
                    configEdited(flow.id, node, { exits: config.exits.filter((each) => each !== exit) })
                  }
                />
              )}
            </div>
          ))}
        </div>
      </Field>
      <NewExit flow={flow} node={node} />
      <Field as="group" label="Without a connection">
        <div className={styles.switchLine}>
          <Switch
            checked={config.continueOnError}
            onChange={(continueOnError) => configEdited(flow.id, node, { continueOnError })}
          >
            Continue on error, as after a success
          </Switch>
        </div>
      </Field>
    </InspectorBody>
  );
}

function NewExit({ flow, node }: CallEditorProps) {
  const [typed, setTyped] = useState('');
  const { exits } = node.config;
  const name = typed.trim().toLowerCase();
  const isExit = apiCallExitSchema.safeParse(name).success;
  const trouble =
    name === '' || isExit ? undefined : 'A code such as 404, a range such as 5xx, failure or exception.';
  const added = () => {
    if (!isExit) return;
    if (!exits.includes(name)) configEdited(flow.id, node, { exits: [...exits, name] });
    setTyped('');
  };
  const keyPressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter') added();
  };
  return (
    <Field label="Another exit" error={trouble}>
      <div className={styles.line}>
        <TextField
          mono
          label="Another exit"
          className={styles.grow}
          placeholder="404, 5xx, failure, exception"
          value={typed}
          onChange={setTyped}
          onKeyDown={keyPressed}
        />
        <Button
          disabledReason={isExit ? undefined : 'Enter a code, a range, failure or exception first.'}
          onClick={added}
        >
          Add
        </Button>
      </div>
    </Field>
  );
}
