import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useCommandKeys } from '../../../store/command-keys.ts';
import type { FlowMatch } from '#shared/find/find-in-flow.ts';
import { commandInvoked } from '../../../store/command-registry.ts';
import { fieldMarkCleared } from '../../../store/field-shown.ts';
import { IconButton } from '../../../ui/button/icon-button.tsx';
import { findClosed, matchGoneTo, queryChanged, useFindState } from './find-store.ts';
import { FoundList, foundRowId } from './found-list.tsx';
import { matchShown } from './match-shown.ts';
import type { Found } from './use-find.ts';
import { foundStepped } from './use-find-commands.ts';
import styles from './find-panel.module.css';

interface FindPanelProps {
  readonly flowId: string;
  readonly find: Found;
  readonly nodeRevealed: (id: string) => void;
}

/** Looks for text in the flow, over the canvas: what was found is listed, marked on the cards, and gone to one by one. */
export function FindPanel({ find, flowId, nodeRevealed }: FindPanelProps) {
  const keysOf = useCommandKeys();
  const { asked, at, query } = useFindState();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [asked]);
  useEffect(() => fieldMarkCleared, []);

  const gone = (index: number, match: FlowMatch) => {
    matchGoneTo(index);
    matchShown(flowId, match, nodeRevealed, true);
  };
  const closed = () => {
    const match = find.matches[at];
    findClosed();
    // What was looked for has been found: the work goes on there.
    if (match === undefined) commandInvoked('canvas.focus');
    else matchShown(flowId, match, nodeRevealed, true);
  };
  const pressed = (event: KeyboardEvent) => {
    const step = stepOfKey(event);
    if (step !== null) foundStepped(flowId, step, nodeRevealed);
    else if (event.key === 'Escape') closed();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section
      className={styles.panel}
      aria-label="Find in the flow"
      onKeyDown={(event) => event.key === 'Escape' && pressed(event)}
    >
      <div className={styles.head}>
        <input
          ref={input}
          role="combobox"
          aria-label="Find in the flow"
          aria-expanded={find.matches.length > 0}
          aria-controls="found-list"
          aria-activedescendant={at >= 0 ? foundRowId(at) : undefined}
          aria-invalid={find.trouble !== null}
          placeholder="Find names, texts, paths, variables"
          autoComplete="off"
          spellCheck={false}
          className={styles.input}
          value={query.text}
          onChange={(event) => queryChanged({ text: event.currentTarget.value })}
          onKeyDown={pressed}
        />
        <IconButton
          icon="match-case"
          label="Match case"
          pressed={query.matchCase}
          onClick={() => queryChanged({ matchCase: !query.matchCase })}
        />
        <IconButton
          icon="whole-word"
          label="Whole word"
          pressed={query.wholeWord}
          onClick={() => queryChanged({ wholeWord: !query.wholeWord })}
        />
        <IconButton
          icon="pattern"
          label="Regular expression"
          pressed={query.isPattern}
          onClick={() => queryChanged({ isPattern: !query.isPattern })}
        />
        <span className={styles.rule} aria-hidden />
        <IconButton
          icon="chevron-up"
          label="The one before"
          keys={keysOf('canvas.find-previous')}
          onClick={() => foundStepped(flowId, -1, nodeRevealed)}
        />
        <IconButton
          icon="chevron-down"
          label="The next"
          keys={keysOf('canvas.find-next')}
          onClick={() => foundStepped(flowId, 1, nodeRevealed)}
        />
        <IconButton icon="x" label="Close" keys="Escape" onClick={closed} />
      </div>
      {query.text !== '' && (
        <p className={find.trouble === null ? styles.count : styles.trouble} role="status">
          {find.trouble ?? countOf(find, at)}
        </p>
      )}
      <FoundList flowId={flowId} matches={find.matches} at={at} onGo={gone} />
    </section>
  );
}

function countOf({ isCut, matches }: Found, at: number): string {
  if (matches.length === 0) return 'Nothing found';
  const all = `${String(matches.length)}${isCut ? ' or more' : ''}`;
  return at >= 0 && at < matches.length ? `${String(at + 1)} of ${all}` : `${all} found`;
}

function stepOfKey({ key, shiftKey }: KeyboardEvent): 1 | -1 | null {
  if (key === 'ArrowDown' || (key === 'Enter' && !shiftKey)) return 1;
  return key === 'ArrowUp' || key === 'Enter' ? -1 : null;
}
