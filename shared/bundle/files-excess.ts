import { bundleLimits } from './bundle-limits.ts';

/** A file that bodies send, as far as its limits go. */
export interface MeasuredFile {
  readonly name: string;
  readonly sizeBytes: number;
}

/**
 * Why files are too large for a bundle, as a part of a sentence that names the first that is: by itself, or with those before
 * it. `null` where they are within the limits.
 */
export function filesExcess(files: readonly MeasuredFile[]): string | null {
  let all = 0;
  for (const { name, sizeBytes } of files) {
    if (sizeBytes > bundleLimits.fileBytes)
      return `${name} has ${inBytes(sizeBytes)}, and a file may have ${limit(bundleLimits.fileBytes)}`;
    all += sizeBytes;
    if (all > bundleLimits.filesBytes)
      return `with ${name}, which has ${inBytes(sizeBytes)}, its files have ${inBytes(all)}, and all together may have ${limit(bundleLimits.filesBytes)}`;
  }
  return null;
}

const inBytes = (count: number): string => (count === 1 ? '1 byte' : `${count.toLocaleString('en')} bytes`);

/** To the byte, since a file may be too large by one. */
const limit = (bytes: number): string => `${String(bytes / (1024 * 1024))} MB (${inBytes(bytes)})`;
