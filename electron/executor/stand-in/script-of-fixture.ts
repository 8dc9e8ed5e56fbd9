import type { Fixture } from '#shared/fixture/fixture.ts';
import { type AnswerBytes, answerBytes, type StoredAnswer } from './answer-bytes.ts';
import type { StandInScript } from './stand-in-script.ts';

/** A fixture as a socket plays it: the answer as it was stored, after its latency. */
export function scriptOfFixture(fixture: Fixture, method: string): StandInScript {
  const { latencyMs = 0, reason, statusCode, headers } = fixture;
  const body = bodyBytes(fixture.body);
  return wholeAnswer({ statusCode, reason, headers, body }, method, latencyMs);
}

function bodyBytes(body: Fixture['body']): Uint8Array {
  return 'text' in body ? Buffer.from(body.text, 'utf8') : Buffer.from(body.base64, 'base64');
}

/** An answer in one piece, after a while. */
export function wholeAnswer(answer: StoredAnswer, method: string, delayMs: number): StandInScript {
  const bytes = answerBytes(answer, method);
  const pieces = [{ afterMs: delayMs, bytes: Buffer.concat([bytes.head, bytes.body]) }];
  return { type: 'answer', pieces, then: endOf(bytes), strikes: null };
}

/** What the connection does after a whole answer. */
export function endOf({ endsByClosing }: AnswerBytes): 'ends' | 'stays' {
  return endsByClosing ? 'ends' : 'stays';
}
