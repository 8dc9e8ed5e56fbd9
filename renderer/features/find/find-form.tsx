import { useEffect, useRef } from 'react';
import { documentKinds } from '#shared/workspace/document.ts';
import { allReplaced } from '../../store/find-actions.ts';
import { findStore, kindToggled, queryChanged, useFind } from '../../store/find-store.ts';
import { kindWords } from '../../store/kind-words.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Checkbox } from '../../ui/field/checkbox.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { useBreakingPlaces } from './use-breaking-places.ts';
import styles from './find.module.css';

/** What is looked for and how, and what comes in its place. */
export function FindForm() {
  const { asked, by, query, replacing, trouble } = useFind((state) => state);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  return (
    <div className={styles.form}>
      <div className={styles.line}>
        <IconButton
          icon={replacing ? 'chevron-down' : 'chevron-right'}
          label="Replace"
          size={20}
          aria-expanded={replacing}
          onClick={() => findStore.setState({ replacing: !replacing })}
        />
        <TextField
          ref={field}
          label="Find in the workspace"
          placeholder="Find"
          mono={query.isPattern}
          value={query.text}
          onChange={(text) => queryChanged({ text })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
            event.preventDefault();
            document.querySelector<HTMLElement>('[data-finds] [tabindex="0"]')?.focus();
          }}
          invalid={trouble !== null}
          end={
            <>
              <Toggle icon="match-case" label="Match case" option="matchCase" />
              <Toggle icon="whole-word" label="Whole words" option="wholeWord" />
              <Toggle icon="pattern" label="Regular expression" option="isPattern" />
            </>
          }
        />
      </div>
      {replacing && (
        <div className={styles.line}>
          <span className={styles.indent} />
          <TextField
            label="Replace by"
            placeholder="Replace by"
            mono={query.isPattern}
            value={by}
            onChange={(next) => findStore.setState({ by: next })}
            end={<ReplaceAll />}
          />
        </div>
      )}
      {replacing && trouble === null && <BreakingPlaces />}
      {trouble !== null && (
        <p className={styles.trouble} role="alert">
          {trouble}
        </p>
      )}
      <Counts />
    </div>
  );
}

/** Says before anything is replaced how many places would break, and asks what shall be done with them. */
function BreakingPlaces() {
  const leavesOut = useFind((state) => state.leavesOutBreaking);
  const count = useBreakingPlaces();
  if (count === 0) return null;
  const places =
    count === 1 ? '1 place that would break' : `${count.toLocaleString()} places that would break`;
  return (
    <div className={styles.breakingLine}>
      <Checkbox
        checked={leavesOut}
        onChange={(checked) => findStore.setState({ leavesOutBreaking: checked })}
      >
        Leave out {places}
      </Checkbox>
    </div>
  );
}

/** The kinds of document that are looked through, for the head of the view. */
export function FindScope() {
  const wanted = useFind((state) => state.kinds);
  return (
    <span role="group" aria-label="Look in" className={styles.kinds}>
      {documentKinds.map((kind) => (
        <IconButton
          key={kind}
          icon={kind}
          label={kindWords[kind][1]}
          pressed={wanted.includes(kind)}
          onClick={() => kindToggled(kind)}
        />
      ))}
    </span>
  );
}

interface ToggleProps {
  readonly icon: 'match-case' | 'whole-word' | 'pattern';
  readonly label: string;
  readonly option: 'matchCase' | 'wholeWord' | 'isPattern';
}

function Toggle({ icon, label, option }: ToggleProps) {
  const pressed = useFind(({ query }) => query[option]);
  return (
    <IconButton
      icon={icon}
      iconSize={14}
      label={label}
      size={20}
      pressed={pressed}
      onClick={() => queryChanged({ [option]: !pressed })}
    />
  );
}

function ReplaceAll() {
  const count = useFind(({ found }) => found.count);
  const { isCut } = useFind(({ found }) => found);
  const reason = isCut ? 'there is too much; narrow it first' : count === 0 ? 'nothing was found' : undefined;
  return (
    <IconButton
      icon="replace-all"
      iconSize={14}
      size={20}
      label="Replace all"
      disabledReason={reason}
      onClick={() => void allReplaced()}
    />
  );
}

/** How much was found, told to screen readers as it changes. */
function Counts() {
  const { count, documents, isCut } = useFind(({ found }) => found);
  const searching = useFind((state) => state.searching);
  const isAsked = useFind(({ query, trouble }) => query.text !== '' && trouble === null);
  const where = documents.length === 1 ? '1 document' : `${String(documents.length)} documents`;
  const words = isCut ? `The first ${count.toLocaleString()}` : count.toLocaleString();
  return (
    <span role="status" className={styles.counts}>
      {!isAsked ? '' : searching && count === 0 ? 'Looking…' : `${words} in ${where}`}
    </span>
  );
}
