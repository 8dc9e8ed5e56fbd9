import { languages } from '../monaco.ts';
import { jsonLanguage, templateLanguages } from '../template-languages.ts';
import { completionProvider } from './completions.ts';
import { fixProvider } from './diagnostics.ts';
import { formatProvider } from './format.ts';
import { hoverProvider } from './hover.ts';
import { offerGoTo } from './name-actions.ts';
import { renameProvider } from './rename.ts';
import { signatureProvider } from './signature.ts';

/** Offers everything that the functions of `shared/template/language` know, in every field. To be called once. */
export function offerLanguageFeatures(): void {
  offerGoTo();
  const selector = [...templateLanguages];
  languages.registerCompletionItemProvider(selector, completionProvider);
  languages.registerHoverProvider(selector, hoverProvider);
  languages.registerRenameProvider(selector, renameProvider);
  languages.registerSignatureHelpProvider(selector, signatureProvider);
  languages.registerCodeActionProvider(selector, fixProvider, { providedCodeActionKinds: ['quickfix'] });
  languages.registerDocumentFormattingEditProvider(jsonLanguage, formatProvider);
}
