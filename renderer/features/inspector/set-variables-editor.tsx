import { use, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import { previewChanges } from '#shared/flow/preview-changes.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import type { VariableChange } from '#shared/nodes/set-variables-node.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { withMoved } from '../../ui/field/move-row.ts';
import { useRowDrag } from '../../ui/field/use-row-drag.ts';
import { useRowKeys } from '../../ui/field/use-row-keys.ts';
import { TemplateContext } from '../../ui/template/template-context.ts';
import { ChangeFields } from './change-fields.tsx';
import { configEdited } from './edit-node.ts';
import { InspectorBody } from './inspector-body.tsx';
import styles from './changes.module.css';

type SetVariables = NodeOf<'set-variables'>;

const newChange: VariableChange = { variable: '', action: 'assign', value: '', enabled: true };

/** For the keys of rows: the value of a change that unsets is not there. */
const rowFormat = { valueOf: ({ value }: { readonly value: string }) => value };

/** What a Set Variables changes, from top to bottom, and what would come of it with the last values. */
export function SetVariablesEditor({ flow, node }: { readonly flow: Flow; readonly node: SetVariables }) {
  const { changes } = node.config;
  const list = useRef<HTMLDivElement>(null);
  const [news, setNews] = useState('');
  const previews = usePreviews(changes);
  const changed = (next: readonly VariableChange[], field: string | null = null) =>
    configEdited(flow.id, node, { changes: [...next] }, field);

  const focusCell = (row: number, column: string) =>
    list.current
      ?.querySelector<HTMLElement>(
        `[data-row="${String(row)}"] [data-column="${column}"] :is(input, textarea)`,
      )
      ?.focus();
  const focusLater = useFocusLater(changes.length, (row) => focusCell(row, 'name'));
  const added = () => {
    focusLater(changes.length);
    changed([...changes, newChange]);
  };
  const removed = (at: number) => {
    focusLater(Math.max(at - 1, 0));
    changed(changes.toSpliced(at, 1));
  };
  const moved = (from: number, to: number) => {
    changed(withMoved(changes, from, to));
    setNews(
      `The change of ${changes[from]?.variable ?? ''} is number ${String(to + 1)} of ${String(changes.length)} now.`,
    );
  };
  const duplicated = (at: number) => {
    const change = changes[at];
    if (change === undefined) return;
    focusLater(at + 1);
    changed(changes.toSpliced(at, 0, change));
  };
  const { drag, gripped } = useRowDrag(list, changes.length, moved);
  const keys = useRowKeys({
    rows: changes.map(({ variable, action, value, enabled }) => ({
      name: variable,
      enabled,
      value: action === 'unset' ? '' : value,
    })),
    format: rowFormat,
    focusCell: (row, column) =>
      row === changes.length && column === 'name' ? added() : focusCell(row, column),
    removed,
    moved,
    duplicated,
  });

  return (
    <InspectorBody>
      <Field
        as="group"
        label="Changes"
        count={changes.length}
        hint="Made from top to bottom: a change sees what those above it made. A value that is one expression alone keeps its type."
      >
        <div ref={list} className={styles.changes} data-changes data-dragging={drag !== null || undefined}>
          {changes.map((change, at) => (
            <ChangeFields
              // Changes have no ids; they are told apart by their places.
              key={at}
              flow={flow}
              nodeId={node.id}
              at={at}
              change={change}
              preview={previews[at] ?? null}
              dragged={drag?.from === at}
              drop={
                drag?.gap === at
                  ? 'above'
                  : drag?.gap === changes.length && at === changes.length - 1
                    ? 'below'
                    : null
              }
              onChange={(next, field) => changed(changes.with(at, next), `${field} ${String(at)}`)}
              onRemove={() => removed(at)}
              onGrip={(event) => gripped(event, at)}
              onKeyDown={(event) => keys.pressed(event, at)}
              onKeyDownCapture={(event) => keys.captured(event, at)}
            />
          ))}
        </div>
        <div>
          <Button icon="plus" onClick={added}>
            Change
          </Button>
        </div>
      </Field>
      <div role="status" className={styles.news}>
        {news}
      </div>
    </InspectorBody>
  );
}

/** What the changes would make, when there is time to tell. */
function usePreviews(changes: readonly VariableChange[]) {
  const { previewValues } = use(TemplateContext);
  const [now] = useState(() => new Date().toISOString());
  const shown = useDeferredValue(changes);
  return useMemo(() => previewChanges(shown, previewValues, now), [shown, previewValues, now]);
}

/** Gives a row the focus once the rows are there in their new number. */
function useFocusLater(count: number, focusRow: (row: number) => void): (row: number) => void {
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current !== null) focusRow(wanted.current);
    wanted.current = null;
    // Only another number of rows is what was waited for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [count]);
  return (row) => {
    wanted.current = row;
  };
}
