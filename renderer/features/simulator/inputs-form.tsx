import { useState, type SubmitEvent } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import type { FlowInput } from '#shared/nodes/start-node.ts';
import { inputsToAsk, runWithInputs } from '../../store/run-actions.ts';
import { runsStore } from '../../store/runs-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Choice } from '../../ui/field/choice.tsx';
import { Field } from '../../ui/field/field.tsx';
import { TextArea } from '../../ui/field/text-area.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import styles from './simulator.module.css';

/** Asks for the inputs that a run cannot do without. What was typed stays for the next run. */
const typedBefore = new Map<string, Record<string, string>>();

export function InputsForm({ flow }: { readonly flow: Flow }) {
  const [texts, setTexts] = useState<Record<string, string>>(typedBefore.get(flow.id) ?? {});
  const inputs = inputsToAsk(flow);
  const typed = (name: string, text: string) => setTexts((before) => ({ ...before, [name]: text }));
  const submitted = (event: SubmitEvent) => {
    event.preventDefault();
    typedBefore.set(flow.id, texts);
    const given = inputs.map(
      ({ name, type }) => [name, texts[name] ?? (type === 'boolean' ? 'false' : '')] as const,
    );
    void runWithInputs(flow.id, Object.fromEntries(given));
  };
  return (
    <form className={styles.inputs} aria-label="Inputs of the run" onSubmit={submitted}>
      <p className={styles.lead}>This flow needs a value for each of these before it can run.</p>
      {inputs.map((input, at) => (
        <InputField
          key={input.name}
          input={input}
          first={at === 0}
          text={texts[input.name] ?? ''}
          onChange={(text) => typed(input.name, text)}
        />
      ))}
      <div className={styles.buttons}>
        <Button onClick={() => runsStore.setState({ inputsWantedFor: null })}>Cancel</Button>
        <Button type="submit" icon="run">
          Run
        </Button>
      </div>
    </form>
  );
}

interface InputFieldProps {
  readonly input: FlowInput;
  readonly first: boolean;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function InputField({ input, first, text, onChange }: InputFieldProps) {
  switch (input.type) {
    case 'boolean':
      return (
        <Field as="group" label={input.name}>
          <Choice
            value={text === 'true' ? 'true' : 'false'}
            options={[
              { value: 'true', label: 'Yes' },
              { value: 'false', label: 'No' },
            ]}
            onChange={onChange}
          />
        </Field>
      );
    case 'json':
      return (
        <Field label={input.name} hint="JSON">
          <TextArea mono autoFocus={first} value={text} onChange={onChange} />
        </Field>
      );
    case 'text':
    case 'number':
      return (
        <Field label={input.name} hint={input.type === 'number' ? 'A number' : undefined}>
          <TextField autoFocus={first} value={text} onChange={onChange} />
        </Field>
      );
  }
}
