import { useRef, useState, type SubmitEvent } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import { inputFailures, type InputFailure } from '#shared/interpreter/given-inputs.ts';
import type { FlowInput } from '#shared/nodes/start-node.ts';
import { inputsToAsk, runWithInputs } from '../../store/run-actions.ts';
import { runsStore, useRuns } from '../../store/runs-store.ts';
import { sampleTyped, useSamples } from '../../store/sample-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Choice } from '../../ui/field/choice.tsx';
import { Field } from '../../ui/field/field.tsx';
import { TextArea } from '../../ui/field/text-area.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import styles from './simulator.module.css';

/** Asks for the inputs that a run cannot do without. What was typed stays for the next run. */
export function InputsForm({ flow }: { readonly flow: Flow }) {
  const texts = useSamples(flow.id);
  const manner = useRuns((state) => state.inputsWantedAs);
  const [failures, setFailures] = useState<readonly InputFailure[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const inputs = inputsToAsk(flow);
  const refused = (found: readonly InputFailure[]) => {
    setFailures(found);
    const first = `[data-input="${CSS.escape(found[0]?.field ?? '')}"] :is(input, textarea)`;
    form.current?.querySelector<HTMLElement>(first)?.focus();
  };
  const submitted = async (event: SubmitEvent) => {
    event.preventDefault();
    const given = Object.fromEntries(
      inputs.map(({ name, type }) => [name, texts[name] ?? (type === 'boolean' ? 'false' : '')]),
    );
    const found = inputFailures(inputs, given);
    if (found.length > 0) {
      refused(found);
      return;
    }
    const failure = await runWithInputs(flow.id, given, manner);
    if (failure !== null && failure.field !== null)
      refused([{ code: 'input-invalid', message: failure.message, field: failure.field }]);
  };
  return (
    <form
      ref={form}
      className={styles.inputs}
      aria-label="Inputs of the run"
      onSubmit={(event) => void submitted(event)}
    >
      <p className={styles.lead}>This flow needs a value for each of these before it can run.</p>
      {inputs.map((input, at) => (
        <div key={input.name} data-input={input.name}>
          <InputField
            input={input}
            first={at === 0}
            text={texts[input.name] ?? ''}
            error={failures.find(({ field }) => field === input.name)?.message}
            onChange={(text) => {
              sampleTyped(flow.id, input.name, text);
              setFailures(failures.filter(({ field }) => field !== input.name));
            }}
          />
        </div>
      ))}
      <div className={styles.buttons}>
        <Button onClick={() => runsStore.setState({ inputsWantedFor: null })}>Cancel</Button>
        <Button type="submit" icon={manner === 'run' ? 'run' : 'debug'}>
          {manner === 'run' ? 'Run' : 'Debug'}
        </Button>
      </div>
    </form>
  );
}

interface InputFieldProps {
  readonly input: FlowInput;
  readonly first: boolean;
  readonly text: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

function InputField({ input, first, text, error, onChange }: InputFieldProps) {
  switch (input.type) {
    case 'boolean':
      return (
        <Field as="group" label={input.name} error={error}>
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
        <Field label={input.name} hint="JSON" error={error}>
          <TextArea mono autoFocus={first} value={text} onChange={onChange} />
        </Field>
      );
    case 'text':
    case 'number':
      return (
        <Field label={input.name} hint={input.type === 'number' ? 'A number' : undefined} error={error}>
          <TextField autoFocus={first} value={text} onChange={onChange} />
        </Field>
      );
  }
}
