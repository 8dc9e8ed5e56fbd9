import { memo, use } from 'react';
import { classNames } from '../class-names.ts';
import { highlightedParts } from './highlighted-parts.ts';
import { isPerhapsUnsetAt } from './perhaps-unset.ts';
import { TemplateContext } from './template-context.ts';
import styles from './template-text.module.css';

export interface TemplateTextProps {
  readonly source: string;
  /** Names that nothing has set; expressions that read them are marked. */
  readonly unknownNames?: ReadonlySet<string> | undefined;
  /** `marked` in fields, `plain` (colour only) in running text, cards and lists. */
  readonly look?: 'marked' | 'plain' | undefined;
}

/** A template with its expressions in colour. It adds no width, so that a caret over it keeps its steps. */
export const TemplateText = memo(function TemplateText({
  source,
  unknownNames,
  look = 'plain',
}: TemplateTextProps) {
  const { knowledge } = use(TemplateContext);
  const isPerhapsUnset = look === 'marked' ? isPerhapsUnsetAt(source, knowledge) : nowhere;
  return highlightedParts(source, unknownNames).map((part) =>
    part.kind === 'text' ? (
      <span key={part.start}>{part.text}</span>
    ) : (
      <span
        key={part.start}
        className={classNames(
          styles[part.kind],
          styles[look],
          part.unknown && styles.unknown,
          !part.unknown &&
            isPerhapsUnset({ start: part.start, end: part.start + part.text.length }) &&
            styles.perhaps,
        )}
      >
        {part.text}
      </span>
    ),
  );
});

const nowhere = (): boolean => false;
