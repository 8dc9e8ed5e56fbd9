// A defect must be written down and told once, without repeating what may be secret.
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { watchDefects } from '#electron/app/watch-defects.ts';

function watching() {
  const process = new EventEmitter();
  const app = new EventEmitter();
  const written: string[] = [];
  const told: string[] = [];
  const log = {
    note: (sentence: string) => void written.push(sentence),
    defect: (where: string, error: unknown) => {
      written.push(`${where}: ${String(error)}`);
      return `number${written.length}`;
    },
  };
  watchDefects(process, app as never, log, (sentence) => told.push(sentence));
  return { process, app, written, told };
}

describe('watchDefects', () => {
  it('writes every defect to the log and tells the first one, without its text', () => {
    const { process, written, told } = watching();
    process.emit('uncaughtException', new Error('hunter22 broke'));
    process.emit('unhandledRejection', new Error('again'));
    expect(written).toEqual([
      'uncaught exception: Error: hunter22 broke',
      'unhandled rejection: Error: again',
    ]);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('number1');
    expect(told[0]).not.toContain('hunter22');
  });

  it('notes a process of the engine that broke, and none that ended well', () => {
    const { app, written } = watching();
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 139 });
    app.emit('child-process-gone', {}, { type: 'Utility', reason: 'clean-exit', exitCode: 0 });
    expect(written).toEqual(['A process of the engine is gone: GPU, crashed, 139.']);
  });
});
