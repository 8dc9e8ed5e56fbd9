import electron, { type NativeImage } from 'electron';

/** What earlier releases of Electron have, and later ones no longer say. */
interface EarlierClipboard {
  readonly writeImage: (image: NativeImage) => void;
}

/** Puts a PNG on the clipboard; `false` where the bytes are no picture. */
export async function writePictureToClipboard(png: Buffer): Promise<boolean> {
  const image = electron.nativeImage.createFromBuffer(png);
  if (image.isEmpty()) return false;
  const { ClipboardItem } = electron as Partial<Pick<typeof electron, 'ClipboardItem'>>;
  if (ClipboardItem === undefined) {
    (electron.clipboard as unknown as EarlierClipboard).writeImage(image);
    return true;
  }
  const blob = new Blob([new Uint8Array(png)], { type: 'image/png' });
  await electron.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  return true;
}
