import { useCountOfUses } from '../../store/use-count-of-uses.ts';
import type { CallView, RunView } from '#shared/run-events/run-view.ts';
import { isValueList, isValueObject, kindOfValue } from '#shared/value/value-kinds.ts';
import type { Value } from '#shared/value/value.ts';
import { writeJson } from '#shared/value/write-json.ts';
import { useFlow } from '../../store/use-documents.ts';
import { usesAsked } from '../../store/uses-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { storedParts } from './stored-parts.ts';
import styles from './stored-response.module.css';

interface StoredResponseProps {
  readonly run: RunView;
  readonly call: CallView;
}

/** What of a response later nodes find in its variable; nothing where a later call has stored another one there. */
export function StoredResponse({ run, call }: StoredResponseProps) {
  const name = call.ended?.variable ?? '';
  const parts = storedParts(run, call);
  if (parts.length === 0) return null;
  return (
    <section className={styles.stored} aria-label={`Stored in ${name}`}>
      <div className={styles.head}>
        <h3>
          Stored in <code className={styles.name}>{name}</code>
        </h3>
        <Uses flowId={run.flowId} name={name} />
      </div>
      <dl className={styles.parts}>
        {parts.map(([part, value]) => (
          <div key={part} className={styles.part}>
            <dt title={part}>{part}</dt>
            <dd
              className={classNames(styles.value, styles[`is-${kindOfValue(value)}`])}
              title={inWords(value)}
            >
              {inWords(value)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Uses({ flowId, name }: { readonly flowId: string; readonly name: string }) {
  const flow = useFlow(flowId);
  const count = useCountOfUses(flow, name);
  if (count === 0) return null;
  return (
    <Button
      look="link"
      tooltip={`Where ${name} is set and read, and a way to rename it everywhere`}
      onClick={() => usesAsked(flowId, name)}
    >
      {count === 1 ? '1 use' : `${String(count)} uses`}
    </Button>
  );
}

/** A value in one line: how many parts it has where it has any. */
function inWords(value: Value): string {
  if (isValueList(value)) return counted('list', value.length, 'item');
  if (isValueObject(value)) return counted('object', Object.keys(value).length, 'key');
  return writeJson(value);
}

const counted = (kind: string, count: number, one: string): string =>
  `${kind}, ${String(count)} ${count === 1 ? one : `${one}s`}`;
