import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of the example that comes with Flowbench, looked for upwards from a program of it; `null` without one. */
export function exampleFolder(from: string): string | null {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const example = path.join(folder, 'examples', 'order-lookup');
    if (existsSync(path.join(example, 'flowbench.json'))) return example;
    if (path.dirname(folder) === folder) return null;
  }
}
