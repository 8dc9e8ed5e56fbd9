import { pngSize, type FlowPicture } from './flow-picture.ts';

/** The drawing as a PNG in base64, at a scale; `null` where the window cannot draw it that large. */
export async function picturePng(picture: FlowPicture, scale: number): Promise<string | null> {
  const { width, height } = pngSize(picture, scale);
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.drawImage(image, 0, 0, width, height);
  const url = canvas.toDataURL('image/png');
  return url.startsWith('data:image/png;base64,') ? url.slice(url.indexOf(',') + 1) : null;
}
