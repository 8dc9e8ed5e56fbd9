import { use, useDeferredValue, useMemo, useState } from 'react';
import type { TemplateField as FieldKind } from '#shared/template/template-field.ts';
import { templatePreview, type PreviewPiece } from '#shared/template/language/template-preview.ts';
import { TemplateContext } from './template-context.ts';
import styles from './template-preview.module.css';

interface TemplatePreviewProps {
  readonly source: string;
  readonly field: FieldKind;
}

/**
 * What a template would give with the values of the last run or of samples, what expressions gave in their colour. It is
 * absent where the template holds no expression, and follows the typing when there is time.
 */
export function TemplatePreview({ source, field }: TemplatePreviewProps) {
  const {
    knowledge,
    previewExtra: extra,
    previewRequest: request,
    previewValues: values,
  } = use(TemplateContext);
  const [now] = useState(() => new Date().toISOString());
  const shown = useDeferredValue(source);
  const preview = useMemo(
    () => templatePreview(shown, field, { values, knowledge, now, request, extra }),
    [shown, field, values, knowledge, now, request, extra],
  );
  if (preview === null) return null;
  return (
    <div className={styles.preview}>
      <span className={styles.title}>Preview</span>
      {preview.kind === 'failure' ? (
        <p className={styles.failure}>{preview.message}</p>
      ) : (
        <pre className={styles.text} aria-label="Preview" tabIndex={0}>
          {preview.pieces.map((piece, at) => (
            <Piece key={at} piece={piece} />
          ))}
          {preview.isCut && '…'}
        </pre>
      )}
    </div>
  );
}

function Piece({ piece: { text, expression, isMissing } }: { readonly piece: PreviewPiece }) {
  if (expression === null) return text;
  if (isMissing) {
    return (
      <span className={styles.missing} title={`${expression} has no value yet`}>
        {expression}
      </span>
    );
  }
  return (
    <span className={styles.value} title={`From ${expression}`}>
      {text}
    </span>
  );
}
