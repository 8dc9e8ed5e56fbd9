import type { Expectation } from './expectation.ts';
import type { Matcher } from './matcher.ts';

/** Gives the matcher that shall stand in the place of one; `isText` where what it is held against is text. */
export type MatcherChange = (matcher: Matcher, isText: boolean) => Matcher;

/** An expectation with its matchers changed: the one walk through all of them that changes any. */
export function withMatchers(expectation: Expectation, change: MatcherChange): Expectation {
  switch (expectation.type) {
    case 'message':
      return { ...expectation, text: change(expectation.text, true) };
    case 'variable':
      return { ...expectation, value: change(expectation.value, false) };
    case 'call': {
      const { body, headers, url } = expectation;
      return {
        ...expectation,
        ...(url === undefined ? {} : { url: change(url, true) }),
        ...(body === undefined ? {} : { body: change(body, false) }),
        headers: headers.map(({ name, value }) => ({ name, value: change(value, true) })),
      };
    }
    case 'end': {
      const { message, result } = expectation;
      return {
        ...expectation,
        ...(message === undefined ? {} : { message: change(message, true) }),
        ...(result === undefined ? {} : { result: change(result, false) }),
      };
    }
    case 'exit':
    case 'path':
    case 'calls':
    case 'call-order':
    case 'duration':
      return expectation;
  }
}
