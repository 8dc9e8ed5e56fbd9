import { templateHover, type TemplateHover } from '#shared/template/language/template-hover.ts';
import { nameAt } from '#shared/template/language/name-at.ts';
import { settingsOf } from '../editor-settings.ts';
import { type languages } from '../monaco.ts';
import { goToCommand } from './name-actions.ts';
import { escapedMarkdown } from './escaped-markdown.ts';
import { mayBeInTag, placeIn, rangeOf } from './model-text.ts';

/** Tells what a word of a template is: plain text, and the one link to where it is set. */
export const hoverProvider: languages.HoverProvider = {
  provideHover: (model, position) => {
    const settings = settingsOf(model);
    if (settings === null || !mayBeInTag(model, position)) return null;
    const { source, offset } = placeIn(model, position);
    const { knowledge, previewValues, onGoToDefinition } = settings.place;
    const found = templateHover(source, offset, knowledge, previewValues);
    if (found === null) return null;
    const name = onGoToDefinition === undefined ? undefined : nameAt(source, offset)?.name;
    return {
      range: rangeOf(model, found),
      contents: [
        { value: wordsOf(found) },
        ...(name === undefined || found.setBy.length === 0
          ? []
          : [linkTo(name, found, model.uri.toString())]),
      ],
    };
  },
};

function wordsOf({ title, lines, value }: TemplateHover): string {
  const shown = [`**${escapedMarkdown(title)}**`, ...lines.map(escapedMarkdown)];
  return [...shown, ...(value === null ? [] : [escapedMarkdown(value)])].join('\n\n');
}

function linkTo(name: string, { setBy }: TemplateHover, uri: string) {
  const nodes = setBy.map(({ nodeName }) => nodeName).join(', ');
  const target = encodeURIComponent(JSON.stringify([uri, name])).replace(
    /[()']/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return {
    value: `[${escapedMarkdown(`Go to ${nodes}`)}](command:${goToCommand}?${target})`,
    isTrusted: { enabledCommands: [goToCommand] },
  };
}
