// Makes the reference page of what can keep a call from being a success from the closed list, so that page and program
// cannot differ.
import { format, resolveConfig } from 'prettier';
import {
  callStatuses,
  type CallStatus,
  type CallStatusCode,
  type UnsuccessfulStatus,
} from '#shared/response/call-statuses.ts';

/** The reference page of failures, as it stands in docs/guides. */
export async function failureGuide(): Promise<string> {
  const entries = Object.entries(callStatuses) as [CallStatusCode, CallStatus][];
  const sections = kinds.map(({ kind, title, words }) => {
    const rows = entries.filter(([, { status }]) => status === kind).map(rowOf);
    return `## ${title}\n\n${words}\n\n| code | phase | what it says | what to do | repeated |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  const markdown = [introduction, ...sections].join('\n');
  return format(markdown, { ...(await resolveConfig(import.meta.filename)), parser: 'markdown' });
}

const introduction = `# What can go wrong with a call

A call that is no success has one of the codes below in \`{{order.error_detail.code}}\`, the phase in which it happened in \`{{order.error_detail.phase}}\`, and the sentence in \`{{order.error}}\`. The list is closed: conditions can rely on it. Words in braces stand for what is known of the call at hand. This page is made from the list in the program. What each setting does is told in [Endpoints](endpoints.md).
`;

const kinds: readonly {
  readonly kind: UnsuccessfulStatus;
  readonly title: string;
  readonly words: string;
}[] = [
  {
    kind: 'error',
    title: 'Errors: an answer came, and it is no success',
    words:
      'The response is complete: status code, headers and body are in the variable. It is repeated only where the retry rules list its status code.',
  },
  {
    kind: 'failure',
    title: 'Failures: no complete answer came',
    words:
      'Status code, headers and body are empty. What the last column calls repeated is made again as the retry rules say; POST and PATCH only where that is switched on, or where no byte of the request had left.',
  },
  {
    kind: 'exception',
    title: 'Exceptions: the call could not be made',
    words: 'Nothing was sent, and making the call again would change nothing.',
  },
];

function rowOf([code, status]: readonly [CallStatusCode, CallStatus]): string {
  const { message, phases, retried, wayOn } = status;
  const repeated = { yes: 'yes', never: 'no', 'listed-codes': 'listed codes' }[retried];
  return `| \`${code}\` | ${[phases.join(', '), cell(message), cell(wayOn), repeated].join(' | ')} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '\\<').replaceAll('*', '\\*');
}
