// The log is what a person sends with a question: it must help and must not tell more than it should.
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLog } from '#electron/app/log.ts';

const now = () => new Date('2026-03-01T10:00:00.000Z');
const plain = { scrub: (text: string) => text, now };

function newFolder(): string {
  return path.join(mkdtempSync(path.join(os.tmpdir(), 'flowbench-log-')), 'logs');
}
const read = (folder: string, name = 'main.log') => readFileSync(path.join(folder, name), 'utf8');

describe('openLog', () => {
  it('writes what happened, and when', () => {
    const folder = newFolder();
    openLog(folder, plain).note('The window was loaded again.');
    expect(read(folder)).toBe('2026-03-01T10:00:00.000Z note The window was loaded again.\n');
  });

  it('gives a defect a number and writes its stack and its cause under it', () => {
    const folder = newFolder();
    const errorId = openLog(folder, plain).defect(
      'run.start',
      new TypeError('broken', { cause: new Error('deeper') }),
    );
    expect(errorId).toMatch(/^[0-9a-f]{8}$/);
    expect(read(folder)).toMatch(new RegExp(`defect ${errorId} run\\.start: TypeError: broken\\n {4} +at `));
    expect(read(folder)).toContain('caused by Error: deeper');
  });

  it('scrubs every line, the parts of an error included', () => {
    const folder = newFolder();
    const log = openLog(folder, { scrub: (text) => text.replaceAll('hunter22', '••••••••'), now });
    log.note('The token is hunter22.');
    log.defect('secret.set', new Error('no place for hunter22', { cause: new Error('hunter22 again') }));
    expect(read(folder)).not.toContain('hunter22');
    expect(read(folder).match(/•{8}/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it('does not write what was thrown where that is no error, for it may be anything', () => {
    const folder = newFolder();
    openLog(folder, plain).defect('run.start', { token: 'hunter22' });
    expect(read(folder)).toContain('run.start: thrown object');
    expect(read(folder)).not.toContain('hunter22');
  });

  it('keeps a sentence on its own line, so that nothing can pose as an entry', () => {
    const folder = newFolder();
    openLog(folder, plain).note('one\n2026-03-01T10:00:00.000Z note forged');
    expect(
      read(folder)
        .split('\n')
        .filter((line) => line.startsWith('2026')),
    ).toHaveLength(1);
  });

  it('sets a large file aside and keeps three', () => {
    const folder = newFolder();
    const log = openLog(folder, { ...plain, largestBytes: 60 });
    for (const number of [1, 2, 3, 4, 5]) log.note(`This is the line with the number ${number}.`);
    expect(readdirSync(folder).sort()).toEqual(['main.1.log', 'main.2.log', 'main.log']);
    expect(read(folder)).toContain('number 5');
    expect(read(folder, 'main.1.log')).toContain('number 4');
    expect(read(folder, 'main.2.log')).toContain('number 3');
  });

  it('is readable by its owner only', () => {
    const folder = newFolder();
    openLog(folder, plain).note('A line.');
    expect(statSync(path.join(folder, 'main.log')).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('does not fail where it cannot write', () => {
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'flowbench-log-')), 'a-file');
    writeFileSync(file, '');
    const log = openLog(path.join(file, 'logs'), plain);
    expect(() => log.note('Lost.')).not.toThrow();
    expect(log.defect('anywhere', new Error('lost'))).toMatch(/^[0-9a-f]{8}$/);
  });
});
