import { helperCallAt } from '#shared/template/language/helper-call-at.ts';
import { type languages } from '../monaco.ts';
import { mayBeInTag, placeIn } from './model-text.ts';

/** Shows what a helper takes while its values are written. */
export const signatureProvider: languages.SignatureHelpProvider = {
  signatureHelpTriggerCharacters: [' ', '('],
  provideSignatureHelp: (model, position) => {
    if (!mayBeInTag(model, position)) return null;
    const { source, offset } = placeIn(model, position);
    const call = helperCallAt(source, offset);
    if (call === null) return null;
    const signature = {
      label: call.signature,
      documentation: call.helper.description,
      parameters: call.parameters.map(([start, end]) => ({ label: [start, end] as [number, number] })),
      activeParameter: call.active,
    };
    return {
      value: { signatures: [signature], activeSignature: 0, activeParameter: call.active },
      dispose: () => undefined,
    };
  },
};
