import { useMemo } from 'react';
import type { ConditionPreview } from '#shared/condition/preview-condition.ts';
import { ruleEntries } from '#shared/condition/rule-entries.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { SampleRows } from '../sample-rows.tsx';
import { useSamplesFor } from '../use-sample-values.ts';
import footStyles from '../call-foot.module.css';
import styles from './condition.module.css';

interface ConditionFootProps {
  readonly flow: Flow;
  readonly node: NodeOf<'condition'>;
  readonly preview: ConditionPreview;
}

/** What a run would do with the values of now, and fields for values to try. */
export function ConditionFoot({ flow, node, preview }: ConditionFootProps) {
  const { branches } = node.config;
  const templates = useMemo(
    () =>
      branches.flatMap(({ rules }) =>
        ruleEntries(rules).flatMap(({ rule: { left, right = '', upper = '' } }) => [left, right, upper]),
      ),
    [branches],
  );
  const samples = useSamplesFor(flow.id, node.id, templates);
  return (
    <div className={classNames(footStyles.foot, styles.foot)}>
      <p className={styles.sentence} role="status">
        <Icon name="condition" size={14} className={styles.quiet} />
        <span>
          <Sentence preview={preview} />
        </span>
      </p>
      {samples.names.length > 0 && (
        <div className={footStyles.samples}>
          <SampleRows nodeId={node.id} samples={samples} />
        </div>
      )}
    </div>
  );
}

function Sentence({ preview: { exit, name, lacking } }: Pick<ConditionFootProps, 'preview'>) {
  if (exit !== null) {
    return (
      <>
        With the values of now the run takes <b>{name}</b>.
      </>
    );
  }
  if (lacking.length === 0) return 'A template cannot be rendered, so a run would fail here.';
  const has = lacking.length === 1 ? 'has' : 'have';
  return `Which way a run takes cannot be told yet: ${lacking.join(', ')} ${has} no value.`;
}
