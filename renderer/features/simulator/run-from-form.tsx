import { useEffect, useMemo, useRef, useState, type SubmitEvent } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { typeOfVariable } from '#shared/interpreter/given-variables.ts';
import type { InputType } from '#shared/interpreter/read-input.ts';
import { useLastTexts } from '../../store/last-texts.ts';
import { namesNeededAt, runFromCalledOff, runWithVariables, textsGiven } from '../../store/run-from.ts';
import type { RunManner } from '../../store/runs-store.ts';
import { sampleTyped, useSamples } from '../../store/sample-store.ts';
import { lackSentences, type TextLack } from '../../store/stored-text.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import styles from './simulator.module.css';

interface RunFromFormProps {
  readonly flow: Flow;
  readonly node: FlowNode;
  readonly manner: RunManner;
}

/** Asks for the variables that a run from a node needs: what was typed before, else what the last run had. */
export function RunFromForm({ flow, node, manner }: RunFromFormProps) {
  const typed = useSamples(node.id);
  const names = useMemo(() => namesNeededAt(flow, node), [flow, node]);
  const last = useLastTexts(flow.id, names);
  const [failure, setFailure] = useState<{ readonly field: string; readonly message: string } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  // What is wrong stands below the field, which may be at the edge of a low panel.
  useEffect(() => {
    const field = failure === null ? '' : `[data-input="${CSS.escape(failure.field)}"]`;
    if (field !== '') form.current?.querySelector(field)?.scrollIntoView({ block: 'nearest' });
  }, [failure]);
  const textOf = (name: string) => typed[name] ?? last.texts[name];
  const lackOf = (name: string) => ((typed[name] ?? '') === '' ? last.lacks[name] : undefined);
  const submitted = async (event: SubmitEvent) => {
    event.preventDefault();
    const refused = await runWithVariables(flow.id, node.id, textsGiven(names, textOf), manner);
    if (refused === null || refused.field === null) return;
    setFailure({ field: refused.field, message: refused.message });
    form.current?.querySelector<HTMLElement>(`[data-input="${CSS.escape(refused.field)}"] input`)?.focus();
  };
  return (
    <form
      ref={form}
      className={styles.inputs}
      aria-label={`Variables of a run from ${node.name}`}
      onSubmit={(event) => void submitted(event)}
    >
      <p className={styles.lead}>
        A run from <b>{node.name}</b> reads these before anything sets them. What is left empty stays unset.
      </p>
      {names.map((name, at) => (
        <div key={name} data-input={name}>
          <Field
            label={name}
            hint={noteOf(typeOfVariable(flow, name), lackOf(name))}
            error={failure?.field === name ? failure.message : undefined}
          >
            <TextField
              mono
              autoFocus={at === 0}
              value={textOf(name) ?? ''}
              onChange={(text) => {
                sampleTyped(node.id, name, text);
                setFailure(null);
              }}
            />
          </Field>
        </div>
      ))}
      <div className={styles.buttons}>
        <Button onClick={runFromCalledOff}>Cancel</Button>
        <Button type="submit" icon={manner === 'run' ? 'run' : 'debug'}>
          {manner === 'run' ? 'Run from here' : 'Debug from here'}
        </Button>
      </div>
    </form>
  );
}

/** What a field takes, and why nothing is filled in. */
function noteOf(type: InputType | null, lack: TextLack | undefined): string | undefined {
  const notes = [hints[type ?? 'text'], lack === undefined ? undefined : lackSentences[lack]];
  return notes.filter((note) => note !== undefined).join('. ') || undefined;
}

const hints = { text: undefined, number: 'A number', boolean: 'true or false', json: 'JSON' } as const;
