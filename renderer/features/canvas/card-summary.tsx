import { conditionWords } from '#shared/condition/rule-words.ts';
import { partsOfChange } from '#shared/flow/change-in-words.ts';
import type { LoopNode } from '#shared/nodes/loop-node.ts';
import { enabledChanges, type SetVariablesNode } from '#shared/nodes/set-variables-node.ts';
import { answerWords } from '#shared/nodes/prompt-node.ts';
import { classNames } from '../../ui/class-names.ts';
import { MethodLabel } from '../../ui/status/method-label.tsx';
import { TemplateText } from '../../ui/template/template-text.tsx';
import type { CardData } from './canvas-model.ts';
import { SubFlowSummary } from './sub-flow-summary.tsx';
import { WaitSummary } from './wait-summary.tsx';
import styles from './card-summary.module.css';

/** What a node does, in one line or two. */
export function CardSummary({ data }: { readonly data: CardData }) {
  const { node } = data;
  switch (node.kind) {
    case 'message':
      return node.config.text === '' ? (
        <p className={classNames(styles.summary, styles.unset)}>Says nothing yet</p>
      ) : (
        <p className={classNames(styles.summary, styles.twoLines)}>
          <TemplateText source={node.config.text} />
        </p>
      );
    case 'prompt':
      return (
        <p className={classNames(styles.summary, styles.line)}>
          {answerWords(node.config)} → <code className={styles.variable}>{node.config.variable}</code>
        </p>
      );
    case 'condition':
      return <ConditionSummary words={conditionWords(node.config.branches)} />;
    case 'set-variables':
      return <ChangesSummary config={node.config} />;
    case 'api-call':
      return <CallSummary data={data} />;
    case 'sub-flow':
      return <SubFlowSummary data={data} />;
    case 'loop':
      return <LoopSummary config={node.config} />;
    case 'wait':
      return <WaitSummary config={node.config} run={data.run} />;
    default:
      return null;
  }
}

function ConditionSummary({ words }: { readonly words: string }) {
  if (words === '') return <p className={classNames(styles.summary, styles.unset)}>Compares nothing yet</p>;
  return (
    <p className={classNames(styles.summary, styles.rule)} title={words}>
      {words}
    </p>
  );
}

function ChangesSummary({ config }: Pick<SetVariablesNode, 'config'>) {
  const [first, ...others] = enabledChanges(config).filter(({ variable }) => variable !== '');
  if (first === undefined)
    return <p className={classNames(styles.summary, styles.unset)}>Changes nothing yet</p>;
  const [words, template] = partsOfChange(first);
  return (
    <p className={classNames(styles.summary, styles.path)}>
      <code className={styles.pathText}>
        {words}
        <TemplateText source={template} />
      </code>
      {others.length > 0 && <span className={styles.more}>· +{others.length}</span>}
    </p>
  );
}

function LoopSummary({ config: { list, itemVariable } }: Pick<LoopNode, 'config'>) {
  if (list.trim() === '')
    return <p className={classNames(styles.summary, styles.unset)}>Goes through nothing yet</p>;
  return (
    <p className={classNames(styles.summary, styles.path)}>
      <code className={styles.pathText}>
        <TemplateText source={list} />
      </code>
      <span className={styles.into}>→</span>
      <code className={styles.variable}>{itemVariable}</code>
    </p>
  );
}

function CallSummary({ data }: { readonly data: CardData }) {
  const { node, needsName, needsMissing } = data;
  if (node.kind !== 'api-call') return null;
  const { method, path, responseVariable } = node.config;
  return (
    <div className={styles.summary}>
      <div className={styles.line}>
        {needsMissing ? (
          <span className={styles.trouble}>Its endpoint is missing</span>
        ) : (
          <>
            <MethodLabel method={method} />{' '}
            {needsName ?? <span className={styles.unset}>Pick an endpoint</span>}
          </>
        )}
      </div>
      <div className={styles.path}>
        <code className={styles.pathText}>{path === '' ? '/' : <TemplateText source={path} />}</code>
        <span className={styles.into}>→</span>
        <code className={styles.variable}>{responseVariable}</code>
      </div>
    </div>
  );
}
