// What a bundle leaves out of axios is there in the axios that we have, and nothing else is touched.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inProject } from '../../../scripts/steps/project.mjs';
import { leanAxios } from '../../../scripts/steps/lean-axios.mjs';

interface Plugin {
  readonly load: (id: string) => string | null;
  readonly transform: (code: string, id: string) => { readonly code: string } | null;
}
const { load, transform } = leanAxios() as unknown as Plugin;
const axiosFile = (...names: readonly string[]) => inProject('node_modules', 'axios', 'lib', ...names);

it('leaves out the adapters and the forms of axios', () => {
  for (const names of [
    ['adapters', 'http.js'],
    ['adapters', 'xhr.js'],
    ['adapters', 'fetch.js'],
    ['platform', 'node', 'classes', 'FormData.js'],
  ]) {
    expect(readFileSync(axiosFile(...names), 'utf8')).toContain('export default');
    expect(load(axiosFile(...names))).toContain('export default null');
  }
});

it('leaves every other file as it is', () => {
  expect(load(axiosFile('core', 'Axios.js'))).toBeNull();
  expect(load(inProject('electron', 'executor', 'http-adapter.ts'))).toBeNull();
  expect(transform('G.FormData', axiosFile('core', 'Axios.js'))).toBeNull();
});

it('keeps axios from asking for the global FormData', () => {
  const file = axiosFile('utils.js');
  expect(transform(readFileSync(file, 'utf8'), file)?.code).not.toContain('G.FormData');
});

it('fails where axios asks in a way that it does not know', () => {
  expect(() => transform('globalThis.FormData', axiosFile('utils.js'))).toThrow('in another way');
});
