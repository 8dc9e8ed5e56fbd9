import { useCommands } from '../../../store/command-registry.ts';
import { useFlow } from '../../../store/use-documents.ts';
import { pictureCopied } from './picture-actions.ts';
import { pictureAsked, pictureChoicesNow } from './picture-store.ts';

/** Offers to make a picture of the flow in view. */
export function usePictureCommands(flowId: string): void {
  const hasNodes = (useFlow(flowId)?.nodes.length ?? 0) > 0;
  useCommands({
    'picture.export': hasNodes ? () => pictureAsked(true) : null,
    'picture.copy': hasNodes
      ? () => void pictureCopied(flowId, { ...pictureChoicesNow(), part: 'flow' })
      : null,
  });
}
