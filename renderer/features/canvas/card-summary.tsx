import { answerWords } from '#shared/nodes/prompt-node.ts';
import { classNames } from '../../ui/class-names.ts';
import { MethodLabel } from '../../ui/status/method-label.tsx';
import { TemplateText } from '../../ui/template/template-text.tsx';
import type { CardData } from './canvas-model.ts';
import styles from './node-card.module.css';

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
    case 'api-call':
      return <CallSummary data={data} />;
    default:
      return null;
  }
}

function CallSummary({ data }: { readonly data: CardData }) {
  const { node, endpointName, endpointMissing } = data;
  if (node.kind !== 'api-call') return null;
  const { method, path, responseVariable } = node.config;
  return (
    <div className={styles.summary}>
      <div className={styles.line}>
        {endpointMissing ? (
          <span className={styles.trouble}>Its endpoint is missing</span>
        ) : (
          <>
            <MethodLabel method={method} />{' '}
            {endpointName ?? <span className={styles.unset}>Pick an endpoint</span>}
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
