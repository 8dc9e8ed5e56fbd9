import { templateCompletions } from '#shared/template/language/template-completions.ts';
import type { TemplateCompletion } from '#shared/template/language/template-completion.ts';
import { settingsOf, type Suggestion } from '../editor-settings.ts';
import { languages, Range, type editor, type Position } from '../monaco.ts';
import { mayBeInTag, placeIn, rangeOf } from './model-text.ts';

const kinds: Readonly<Record<TemplateCompletion['kind'], languages.CompletionItemKind>> = {
  variable: languages.CompletionItemKind.Variable,
  key: languages.CompletionItemKind.Field,
  environment: languages.CompletionItemKind.Constant,
  // Drawn as a lock (mounted-editor.module.css).
  secret: languages.CompletionItemKind.Issue,
  system: languages.CompletionItemKind.Value,
  helper: languages.CompletionItemKind.Function,
  block: languages.CompletionItemKind.Snippet,
  keyword: languages.CompletionItemKind.Keyword,
};

/** Offers what can be written inside of an expression, and outside of one what the field was given to offer. */
export const completionProvider: languages.CompletionItemProvider = {
  triggerCharacters: ['{', '.', '@', ' ', '(', '#'],
  provideCompletionItems: (model, position, context) => {
    const settings = settingsOf(model);
    if (settings === null) return null;
    if (mayBeInTag(model, position)) {
      const { source, offset } = placeIn(model, position);
      const found = templateCompletions(source, offset, settings.place.knowledge);
      if (found !== null) {
        const rangeUpTo = (end = found.end) => rangeOf(model, { start: found.start, end });
        return { suggestions: found.items.map((item, rank) => offered(item, rank, rangeUpTo(item.end))) };
      }
    }
    // A space or a brace in text asks for nothing.
    if (context.triggerCharacter !== undefined || settings.suggestions.length === 0) return null;
    return { suggestions: plainItems(model, position, settings.suggestions) };
  },
};

function offered(item: TemplateCompletion, rank: number, range: Range): languages.CompletionItem {
  return {
    label: item.detail === '' ? item.label : { label: item.label, description: item.detail },
    kind: kinds[item.kind],
    insertText: item.insert,
    ...(item.isSnippet && {
      insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet,
    }),
    ...(item.documentation !== '' && { documentation: item.documentation }),
    filterText: item.label,
    sortText: inOrder(rank),
    range,
  };
}

/** These take the place of all of the line, which is all of the field. */
function plainItems(
  model: editor.ITextModel,
  { lineNumber }: Position,
  suggestions: readonly Suggestion[],
): languages.CompletionItem[] {
  const range = new Range(lineNumber, 1, lineNumber, model.getLineMaxColumn(lineNumber));
  return suggestions.map(({ text, detail }, rank) => ({
    label: detail === undefined ? text : { label: text, description: detail },
    kind: languages.CompletionItemKind.Value,
    insertText: text,
    filterText: text,
    sortText: inOrder(rank),
    range,
  }));
}

const inOrder = (rank: number): string => String(rank).padStart(5, '0');
