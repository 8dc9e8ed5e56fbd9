import { useId, useRef, useState } from 'react';
import { sampleForgotten, sampleTyped } from '../../store/sample-store.ts';
import { lackSentences, type TextLack } from '../../store/stored-text.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import type { SampleValues } from './sample-values.ts';
import styles from './inspector.module.css';
import footStyles from './call-foot.module.css';

interface SampleRowsProps {
  readonly nodeId: string;
  readonly samples: SampleValues;
}

/** A field for a sample value of each variable that a node reads. */
export function SampleRows({ nodeId, samples: { names, ...samples } }: SampleRowsProps) {
  return names.map((name) => (
    <SampleRow
      key={name}
      nodeId={nodeId}
      name={name}
      text={samples.texts[name] ?? ''}
      isInLast={samples.inLast.has(name)}
      isOverLast={samples.overLast.has(name)}
      lack={samples.lacks[name]}
    />
  ));
}

interface SampleRowProps {
  readonly nodeId: string;
  readonly name: string;
  readonly text: string;
  readonly isInLast: boolean;
  readonly isOverLast: boolean;
  readonly lack: TextLack | undefined;
}

/** A field that is emptied shows so until it is left, and what the last run had then. */
function SampleRow({ nodeId, name, text, isInLast, isOverLast, lack }: SampleRowProps) {
  const [isEmptied, setEmptied] = useState(false);
  const noteId = useId();
  const input = useRef<HTMLInputElement>(null);
  const typed = (next: string) => {
    setEmptied(next === '');
    if (next === '' && isInLast) sampleForgotten(nodeId, name);
    else sampleTyped(nodeId, name, next);
  };
  // Its button goes with what was typed, and must not take the focus along.
  const givenUp = () => {
    sampleForgotten(nodeId, name);
    input.current?.focus();
  };
  return (
    <>
      <div className={footStyles.sampleLine}>
        <span className={footStyles.sampleName} title={name}>
          {name}
        </span>
        <TextField
          ref={input}
          mono
          label={`Sample value of ${name}`}
          className={styles.grow}
          placeholder="sample"
          aria-describedby={lack === undefined ? undefined : noteId}
          value={isEmptied ? '' : text}
          onChange={typed}
          onBlur={() => setEmptied(false)}
          end={
            isOverLast && (
              <IconButton icon="reset" label={`Take ${name} from the last run`} size={20} onClick={givenUp} />
            )
          }
        />
      </div>
      {lack !== undefined && (
        <p id={noteId} className={footStyles.sampleNote}>
          {lackSentences[lack]}
        </p>
      )}
    </>
  );
}
