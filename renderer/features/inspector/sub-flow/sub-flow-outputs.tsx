import type { Flow } from '#shared/flow/flow.ts';
import { checkNames } from '#shared/flow/unknown-names.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import type { TakenOutput } from '#shared/nodes/sub-flow-node.ts';
import { useEndsPlace } from '../../../store/use-ends-place.ts';
import { Button } from '../../../ui/button/button.tsx';
import { IconButton } from '../../../ui/button/icon-button.tsx';
import { Field } from '../../../ui/field/field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { TemplateContext } from '../../../ui/template/template-context.ts';
import { TemplateField } from '../../../ui/template/template-field.tsx';
import { configEdited } from '../edit-node.ts';
import { variableTrouble } from '../variable-field.tsx';
import styles from './sub-flow.module.css';

interface SubFlowOutputsProps {
  readonly flow: Flow;
  readonly node: NodeOf<'sub-flow'>;
  readonly inner: Flow;
}

/** What is taken from the other flow when it has ended: its templates know the variables of that flow. */
export function SubFlowOutputs({ flow, inner, node }: SubFlowOutputsProps) {
  const { outputs } = node.config;
  const { here, place } = useEndsPlace(inner);
  const changed = (next: TakenOutput[], field: string | null = null) =>
    configEdited(flow.id, node, { outputs: next }, field);
  return (
    <Field
      as="group"
      label="Outputs"
      count={outputs.length}
      hint={`Variables of this flow, and what they take from ${inner.name} when it has ended. One expression alone keeps its type.`}
    >
      <TemplateContext value={place}>
        <div className={styles.rows} data-outputs>
          {outputs.map((output, at) => {
            const check = checkNames([output.value], here);
            const number = String(at + 1);
            return (
              // Outputs have no ids; they are told apart by their places.
              <div
                key={at}
                role="group"
                aria-label={`Output ${number}`}
                data-row={at}
                className={styles.output}
              >
                <div className={styles.line}>
                  <span className={styles.grow} data-column="name">
                    <Field
                      label={`Variable, output ${number}`}
                      labelHidden
                      error={variableTrouble(output.variable)}
                    >
                      <TextField
                        mono
                        placeholder="name"
                        value={output.variable}
                        onChange={(variable) =>
                          changed(outputs.with(at, { ...output, variable }), `output variable ${number}`)
                        }
                      />
                    </Field>
                  </span>
                  <IconButton
                    icon="trash"
                    label={`Remove output ${number}`}
                    onClick={() => changed(outputs.toSpliced(at, 1))}
                  />
                </div>
                <span data-column="value">
                  <Field
                    label={`Value, output ${number}`}
                    labelHidden
                    error={check.error}
                    warning={check.warning}
                  >
                    <TemplateField
                      field="text"
                      placeholder="{{name}}"
                      value={output.value}
                      unknownNames={check.unknownNames}
                      onChange={(value) =>
                        changed(outputs.with(at, { ...output, value }), `output value ${number}`)
                      }
                    />
                  </Field>
                </span>
              </div>
            );
          })}
        </div>
      </TemplateContext>
      <div>
        <Button icon="plus" onClick={() => changed([...outputs, { variable: '', value: '' }])}>
          Output
        </Button>
      </div>
    </Field>
  );
}
