// Documents rot in silence: links, claims and examples that can be checked are checked here.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '#shared/commands/commands.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file !== '' && existsSync(path.join(root, file)));
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('the documents', () => {
  const folders = new Set(tracked.flatMap((file) => (file.includes('/') ? [file.split('/')[0]!] : [])));
  it.each([...folders].filter((folder) => !folder.startsWith('.')))('describe the folder %s', (folder) => {
    expect(text(`${folder}/README.md`)).toMatch(/^# \S/);
  });

  it.each(tracked.filter((file) => file.endsWith('.md')))('lead somewhere with every link: %s', (file) => {
    const links = Array.from(text(file).matchAll(/\]\(([^)\s]+)\)/g), ([, link]) => link ?? '');
    const dead = links
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => {
        const [target = '', anchor] = link.split('#');
        const goal = target === '' ? file : path.join(path.dirname(file), target);
        if (!existsSync(path.join(root, goal))) return true;
        return anchor !== undefined && !anchorsOf(text(goal)).includes(anchor);
      });
    expect(dead).toEqual([]);
  });

  it('name the code files that exist', () => {
    const named = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md'].flatMap((file) =>
      Array.from(
        text(file).matchAll(/`((?:shared|electron|renderer|scripts|test)\/[\w/.-]+)`/g),
        ([, name]) => name!,
      ),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });

  it('say which systems and which Electron were never tried', () => {
    const never = text('SECURITY.md').split('## What was never tried')[1] ?? '';
    for (const name of ['macOS', 'Windows', 'Electron 45']) expect(never).toContain(name);
  });

  it('name scripts that package.json has', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    const named = tracked
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) => Array.from(text(file).matchAll(/`npm run (?:-s )?([\w:-]+)/g), ([, name]) => name!));
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
  });
});

function anchorsOf(markdown: string): readonly string[] {
  return Array.from(markdown.matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('every file', () => {
  const sources = tracked.filter(
    (file) => /\.(ts|tsx|mjs|cjs)$/.test(file) && !file.startsWith('test/fixtures/fences/'),
  );

  it('of the tests and the scripts begins with a sentence that says why it is there', () => {
    const silent = sources
      .filter((file) => /^(test|scripts)\//.test(file))
      .filter((file) => !/^\/(?:\/|\*\*) \S/.test(text(file)));
    expect(silent).toEqual([]);
  });

  it('of the source says in a sentence why it is there, at its top or on what it exports', () => {
    const silent = sources
      .filter((file) => /^(shared|electron|renderer)\//.test(file))
      .filter((file) => !/^\/\/ \S|^\/\*\*/m.test(text(file)));
    expect(silent).toEqual([]);
  });
});

describe('the keys that people rely on', () => {
  it.each([
    ['palette.open', 'Mod+K'],
    ['run.start', 'Mod+Enter'],
    ['run.stop', 'Shift+F5'],
    ['run.debug', 'F5'],
    ['breakpoint.toggle', 'F9'],
    ['run.step-over', 'F10'],
    ['run.step-into', 'F11'],
    ['run.step-out', 'Shift+F11'],
    ['run.step-back', 'Alt+F10'],
    ['call.send', 'Mod+Shift+Enter'],
    ['tab.close', 'Mod+W'],
    ['tab.next', 'Ctrl+Tab'],
    ['edit.undo', 'Mod+Z'],
    ['edit.redo', 'Mod+Shift+Z'],
    ['edit.copy', 'Mod+C'],
    ['edit.cut', 'Mod+X'],
    ['edit.paste', 'Mod+V'],
    ['edit.duplicate', 'Mod+D'],
    ['edit.delete', 'Delete'],
    ['edit.select-all', 'Mod+A'],
    ['edit.rename', 'F2'],
    ['canvas.fit', 'Mod+0'],
    ['canvas.zoom-in', 'Mod+='],
    ['canvas.zoom-out', 'Mod+-'],
    ['canvas.connect', 'C'],
    ['canvas.add-node', '/'],
    ['canvas.focus', 'Escape'],
    ['flow.new', 'Mod+N'],
    ['workspace.open', 'Mod+O'],
    ['problems.next', 'F8'],
    ['problems.previous', 'Shift+F8'],
    ['problems.fix', 'Mod+.'],
    ['side-bar.flows', 'Alt+1'],
    ['side-bar.endpoints', 'Alt+2'],
    ['side-bar.environments', 'Alt+3'],
    ['side-bar.scenarios', 'Alt+4'],
    ['side-bar.runs', 'Alt+5'],
    ['settings.open', 'Mod+, Alt+6'],
  ])('%s is %s', (id, keys) => {
    expect(commands.find((command) => command.id === id)?.keys).toBe(keys);
  });

  it('stand in a menu, each of them', () => {
    expect(commands.filter(({ keys, menu }) => keys !== '' && menu === null).map(({ id }) => id)).toEqual([]);
  });
});
