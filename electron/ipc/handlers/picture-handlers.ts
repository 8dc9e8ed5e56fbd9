import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Handlers } from '#shared/ipc/contract.ts';
import { failed, succeeded } from '#shared/outcome/outcome.ts';
import type { PersonDialogs } from '../../app/person-dialogs.ts';
import { writeRefusalReason } from '../../workspace/files/system-error.ts';

/** What pictures need besides the page that draws them. */
export interface PicturePorts {
  readonly dialogs: Pick<PersonDialogs, 'pickSaveFile'>;
  /** Whether a text has a secret value in it that is known here. */
  readonly holdsSecret: (text: string) => boolean;
  /** Puts a PNG on the clipboard; `false` where the bytes are no picture. */
  readonly writePicture: (png: Buffer) => boolean | Promise<boolean>;
}

/** Handlers of `picture.*`: what the page drew goes into a file that the person names, or to the clipboard; secrets never. */
export function pictureHandlers({
  dialogs,
  holdsSecret,
  writePicture,
}: PicturePorts): Pick<Handlers, 'picture.save' | 'picture.copy'> {
  return {
    'picture.save': async ({ content, suggestedName, texts }) => {
      if (holdsSecret(texts.join('\n'))) return failed(secretInPicture);
      const bytes =
        content.format === 'svg' ? Buffer.from(content.svg, 'utf8') : Buffer.from(content.png, 'base64');
      if (content.format === 'png' && !isPng(bytes)) return failed(noPicture);
      const target = await dialogs.pickSaveFile(
        path.basename(suggestedName.replaceAll('\\', '/')),
        content.format === 'svg' ? 'svg-picture' : 'png-picture',
      );
      if (target === null) return failed({ code: 'cancelled', message: 'No file was chosen.' });
      try {
        await writeFile(target, bytes);
        return succeeded({ name: path.basename(target) });
      } catch (error) {
        const message = `The picture was not saved to ${target}: ${writeRefusalReason(error)}.`;
        return failed({ code: 'not-written', message });
      }
    },
    'picture.copy': async ({ png, texts }) => {
      if (holdsSecret(texts.join('\n'))) return failed(secretInPicture);
      const bytes = Buffer.from(png, 'base64');
      return isPng(bytes) && (await writePicture(bytes)) ? succeeded(null) : failed(noPicture);
    },
  };
}

const secretInPicture = {
  code: 'holds-secret',
  message:
    'The picture was not made, because a text on a card holds the value of a secret: put the secret into the endpoint or the environment instead.',
} as const;

const noPicture = {
  code: 'no-picture',
  message: 'The picture could not be drawn; try a smaller scale.',
} as const;

const pngBeginning = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, pngBeginning.length).equals(pngBeginning);
}
