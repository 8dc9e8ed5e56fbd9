// The fault that is offered for an exit must take that exit by the rules of the interpreter, whatever the call lists.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callExits } from '#shared/interpreter/steps/api-call.ts';
import { apiCallNodeSchema } from '#shared/nodes/api-call-node.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import { isSuccessCode } from '#shared/response/success-code.ts';
import { faultForExit } from '#shared/stand-in/fault-for-exit.ts';
import { faultSchema } from '#shared/stand-in/fault.ts';
import { storyId } from '../../../stories/story-id.ts';
import { runs } from '../../../support/runs.ts';

const exit = fc.oneof(
  fc.constantFrom('failure', 'exception', '2xx', '3xx', '4xx', '5xx', '404', '500', '400', '200'),
  fc.integer({ min: 200, max: 599 }).map(String),
);
const config = fc.record({
  exits: fc.uniqueArray(exit, { maxLength: 8 }),
  successCodes: fc.array(fc.integer({ min: 100, max: 599 }), { maxLength: 4 }),
});

describe('the fault for an exit', () => {
  it('takes that exit', () => {
    fc.assert(
      fc.property(config, (call) => {
        for (const wanted of exitsOf(call.exits)) {
          const fault = faultForExit(call, wanted);
          if (fault === null) continue;
          expect(faultSchema.parse(fault)).toEqual(fault);
          const code = fault.kind === 'status' ? fault.statusCode : null;
          const failure = fault.kind === 'exception' ? 'exception' : 'failure';
          const answer = code !== null && isSuccessCode(code, call.successCodes) ? 'success' : 'error';
          expect(callExits(call, code === null ? failure : answer, code)[0]).toBe(wanted);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it.each([
    [['404'], '404', { kind: 'status', statusCode: 404 }],
    [['5xx', '500'], '5xx', { kind: 'status', statusCode: 502 }],
    [['5xx'], 'error', { kind: 'status', statusCode: 400 }],
    [[], 'error', { kind: 'status', statusCode: 400 }],
    [[], 'success', { kind: 'status', statusCode: 200 }],
    [['failure'], 'failure', { kind: 'refused' }],
    [['exception'], 'exception', { kind: 'exception' }],
    [['3xx', '4xx', '5xx'], 'error', { kind: 'refused' }],
    [['3xx', '4xx', '5xx', 'failure'], 'error', { kind: 'exception' }],
  ])('with the exits %j is for %s what people mean by it', (exits, wanted, fault) => {
    expect(faultForExit({ exits, successCodes: [] }, wanted)).toMatchObject(fault);
  });

  it('is none where more specific exits take everything, and none for interim codes', () => {
    const exits = ['3xx', '4xx', '5xx', 'failure', 'exception', '102', '1xx'];
    for (const wanted of ['error', '102', '1xx'])
      expect(faultForExit({ exits, successCodes: [] }, wanted)).toBeNull();
  });
});

function exitsOf(exits: readonly string[]): readonly string[] {
  return nodeExits(
    apiCallNodeSchema.parse({
      kind: 'api-call',
      id: storyId('nd', 'Call'),
      name: 'Call',
      position: { x: 0, y: 0 },
      config: { endpoint: null, method: 'GET', path: '', responseVariable: 'r', exits },
    }),
  );
}
