import { bridge } from '../../../bridge/bridge.ts';
import { collapsedGroupsOf } from '../../../store/collapsed-groups.ts';
import { documentsOf } from '../../../store/documents-of.ts';
import { documentsStore } from '../../../store/documents-store.ts';
import { flowWithId } from '../../../store/flow-with-id.ts';
import { selectionOf } from '../../../store/selection-store.ts';
import { toasts } from '../../../store/toasts.ts';
import { fitsPng, flowPicture, pictureName, type FlowPicture } from './flow-picture.ts';
import { pictureParts, pictureTexts } from './picture-parts.ts';
import { picturePng } from './picture-png.ts';
import type { PictureChoices } from './picture-store.ts';

interface DrawnPicture {
  readonly picture: FlowPicture;
  readonly title: string;
  readonly texts: string[];
}

/** Draws a flow as it is now. The fonts that go along are loaded when a picture is first asked for. */
async function drawn(flowId: string, { part, theme }: PictureChoices): Promise<DrawnPicture | null> {
  const flow = flowWithId(flowId);
  if (flow === undefined) return null;
  const { documents } = documentsStore.getState();
  const needed = [
    ...documentsOf(documents, 'flowbench.endpoint'),
    ...documentsOf(documents, 'flowbench.flow'),
  ];
  const drawing = {
    flow,
    documentNames: new Map<string, string>(needed.map(({ id, name }) => [id, name])),
    collapsed: collapsedGroupsOf(flowId),
  };
  const parts = pictureParts(drawing, part === 'selection' ? selectionOf(flowId) : null);
  if (parts.items.length === 0) return null;
  const { windowLook } = await import('./window-look.tsx');
  return {
    picture: flowPicture(parts, windowLook(theme)),
    title: flow.name,
    texts: [...pictureTexts(parts)],
  };
}

/** Saves the picture to a file that the person picks. */
export async function pictureSaved(flowId: string, choices: PictureChoices): Promise<void> {
  const made = await drawn(flowId, choices);
  if (made === null) return;
  const { picture, texts, title } = made;
  const png = choices.format === 'png' ? await pngOf(picture, choices) : null;
  if (choices.format === 'png' && png === null) return;
  const outcome = await bridge.call['picture.save']({
    suggestedName: pictureName(title, choices.format),
    content: png === null ? { format: 'svg', svg: picture.svg } : { format: 'png', png },
    texts,
  });
  if (outcome.ok) toasts.show({ title: 'Picture saved', body: outcome.value.name, icon: 'check' });
  else if (outcome.failure.code !== 'cancelled') told(outcome.failure.message);
}

/** Puts the picture on the clipboard, as a PNG. */
export async function pictureCopied(flowId: string, choices: PictureChoices): Promise<void> {
  const made = await drawn(flowId, choices);
  const png = made === null ? null : await pngOf(made.picture, choices);
  if (made === null || png === null) return;
  const outcome = await bridge.call['picture.copy']({ png, texts: made.texts });
  if (outcome.ok) toasts.show({ title: 'Picture copied', body: made.title, icon: 'check' });
  else told(outcome.failure.message);
}

async function pngOf(picture: FlowPicture, { scale }: PictureChoices): Promise<string | null> {
  // A flow that is too large for the chosen scale is still worth a picture.
  const fitting = [Number(scale), 1, 0.5, 0.25].find(
    (each) => each <= Number(scale) && fitsPng(picture, each),
  );
  const png = fitting === undefined ? null : await picturePng(picture, fitting);
  if (png === null) told('The flow is too large for a PNG; save it as SVG, which has no limit.');
  else if (fitting !== Number(scale))
    toasts.show({
      title: `Drawn at ${String((fitting ?? 1) * 100)} %`,
      body: 'At the chosen scale the picture would be larger than a PNG can be drawn here.',
      icon: 'info',
    });
  return png;
}

function told(body: string): void {
  toasts.show({ title: 'No picture', body, icon: 'problem' });
}
