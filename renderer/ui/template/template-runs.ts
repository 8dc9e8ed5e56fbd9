import {
  firstLine,
  lineColours,
  type ColouredStretch,
  type TagKind,
} from '#shared/template/language/template-colours.ts';

/** A tag of a template, or what stands between two: offsets in the template, the end is exclusive. */
export interface TemplateRun {
  readonly tag: TagKind | null;
  readonly start: number;
  readonly end: number;
  /** How it is coloured; offsets in the template. */
  readonly stretches: readonly ColouredStretch[];
}

/** Puts the colours of a template's lines together to its tags, for marks that span them. */
export function templateRuns(source: string, json: boolean): readonly TemplateRun[] {
  const runs: { tag: TagKind | null; start: number; end: number; stretches: ColouredStretch[] }[] = [];
  let state = firstLine;
  let at = 0;
  for (const line of source.split('\n')) {
    const goesOn = state.tag !== null;
    const coloured = lineColours(line, state, json);
    state = coloured.state;
    coloured.stretches.forEach((stretch, index) => {
      const placed = { ...stretch, start: stretch.start + at, end: stretch.end + at };
      const last = runs.at(-1);
      const continues =
        last?.tag === stretch.tag &&
        (stretch.tag === null || (index === 0 && goesOn) || !source.startsWith('{{', placed.start));
      if (continues) {
        last.stretches.push(placed);
        last.end = placed.end;
      } else {
        runs.push({ tag: stretch.tag, start: placed.start, end: placed.end, stretches: [placed] });
      }
    });
    at += line.length + 1;
  }
  return runs;
}
