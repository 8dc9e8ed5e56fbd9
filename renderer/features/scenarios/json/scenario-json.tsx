import { useMemo, useRef, useState } from 'react';
import { readScenarioText, scenarioText, type ScenarioTextTrouble } from '#shared/scenario/scenario-text.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { heldTextForgotten, scenarioTyped, useHeldText } from '../../../store/scenario-texts.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Note } from '../../../ui/status/note.tsx';
import { JsonDocument, type JsonDocumentHandle } from '../../../ui/template/json-document.tsx';
import styles from './scenario-json.module.css';

/** More than anybody mends at once. */
const mostTroubles = 5;

/** A scenario as the JSON of its file. What is no scenario is kept as it was written, and the scenario stays as it was. */
export function ScenarioJson({ scenario }: { readonly scenario: Scenario }) {
  const { id } = scenario;
  const held = useHeldText(id);
  // The text as somebody set it, for as long as the scenario is the one that it was read as.
  const [typed, setTyped] = useState<{ readonly text: string; readonly scenario: Scenario } | null>(null);
  const editor = useRef<JsonDocumentHandle>(null);
  const text = held ?? (typed?.scenario === scenario ? typed.text : scenarioText(scenario));
  const troubles = useMemo(() => (held === undefined ? none : troublesIn(held, id)), [held, id]);
  const changed = (next: string) => {
    const after = scenarioTyped(scenario, next);
    setTyped('id' in after ? { text: next, scenario: after } : null);
  };
  return (
    <div className={styles.json}>
      <JsonDocument ref={editor} label="Scenario as JSON" value={text} onChange={changed} marks={troubles} />
      {troubles.length > 0 && (
        <Note
          live
          tone="error"
          title="This is no scenario yet"
          actions={<Button onClick={() => heldTextForgotten(id)}>Give up what was written</Button>}
        >
          What was written is kept here. The scenario stays as it was until all of it holds.
          <ul className={styles.troubles} aria-label="What is wrong">
            {troubles.slice(0, mostTroubles).map((trouble, at) => (
              <li key={at}>
                <Button look="link" onClick={() => editor.current?.show(trouble.start)}>
                  {`Line ${String(lineOf(text, trouble.start))}: ${trouble.message}`}
                </Button>
              </li>
            ))}
          </ul>
        </Note>
      )}
    </div>
  );
}

const none: readonly ScenarioTextTrouble[] = [];

function troublesIn(text: string, id: Scenario['id']): readonly ScenarioTextTrouble[] {
  const read = readScenarioText(text, id);
  return read.ok ? none : read.failure;
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
