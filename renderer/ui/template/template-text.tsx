import { memo, use } from 'react';
import type { ColouredStretch } from '#shared/template/language/template-colours.ts';
import { classNames } from '../class-names.ts';
import { highlightedParts } from './highlighted-parts.ts';
import { longTextUnits } from './long-text.ts';
import { nameLooks } from './name-looks.ts';
import { TemplateContext } from './template-context.ts';
import { templateRuns } from './template-runs.ts';
import styles from './template-text.module.css';

export interface TemplateTextProps {
  readonly source: string;
  /** Names that nothing has set; expressions that read them are marked. */
  readonly unknownNames?: ReadonlySet<string> | undefined;
}

/** A template with its expressions in one colour, for running text, cards and lists. */
export const TemplateText = memo(function TemplateText({ source, unknownNames }: TemplateTextProps) {
  return highlightedParts(source, unknownNames).map((part) =>
    part.kind === 'text' ? (
      <span key={part.start}>{part.text}</span>
    ) : (
      <span key={part.start} className={classNames(styles[part.kind], part.unknown && styles.unknown)}>
        {part.text}
      </span>
    ),
  );
});

interface FieldTextProps extends TemplateTextProps {
  /** Colour JSON around the expressions. */
  readonly json: boolean;
}

/**
 * A template as its field shows it: every part in the colour that the editor gives it, expressions marked. Nothing adds
 * width, so that text, caret and the editor that takes its place have the same steps.
 */
export const FieldText = memo(function FieldText({ source, unknownNames, json }: FieldTextProps) {
  const { knowledge } = use(TemplateContext);
  // Every stretch is an element: long templates have their expressions marked and nothing else.
  if (source.length > longTextUnits) return <MarkedText source={source} unknownNames={unknownNames} />;
  const lookOf = nameLooks(source, unknownNames, knowledge);
  return templateRuns(source, json).map((run) => {
    // Line breaks lie between the stretches of a run.
    const pieces = run.stretches.map((stretch, at) => (
      <Piece key={stretch.start} source={source} stretch={stretch} until={run.stretches[at + 1]?.start} />
    ));
    const breaks = /^\n+/.exec(source.slice(run.end))?.[0] ?? '';
    if (run.tag === null) return [...pieces, breaks];
    const mark = run.tag === 'expression' && classNames(styles.mark, styles[lookOf(run)]);
    return [
      <span key={run.start} className={mark === false ? undefined : mark}>
        {pieces}
      </span>,
      breaks,
    ];
  });
});

function MarkedText({ source, unknownNames }: TemplateTextProps) {
  return highlightedParts(source, unknownNames).map((part) => (
    <span
      key={part.start}
      className={classNames(
        part.kind !== 'text' && styles[part.kind],
        part.kind === 'expression' && styles.mark,
        part.unknown && styles.unknown,
      )}
    >
      {part.text}
    </span>
  ));
}

interface PieceProps {
  readonly source: string;
  readonly stretch: ColouredStretch;
  /** Where the next stretch of the same run begins. */
  readonly until: number | undefined;
}

function Piece({ source, stretch, until = stretch.end }: PieceProps) {
  return <span className={styles[stretch.colour]}>{source.slice(stretch.start, until)}</span>;
}
