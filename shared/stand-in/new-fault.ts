import { type Fault, type FaultKind, faultSchema } from './fault.ts';

/** What a body that is to be cut or to drip begins with: long enough that one sees it happen. */
const plainBody = '{\n  "id": 42,\n  "state": "shipped",\n  "items": [1, 2, 3]\n}\n';

const beginnings: Readonly<Record<FaultKind, object>> = {
  status: { statusCode: 500, body: '{ "error": "This fault was asked for." }' },
  'malformed-json': { body: '{ "id": 42, "items": [1, 2' },
  'cut-body': { body: plainBody },
  'slow-drip': { body: plainBody },
  latency: { body: plainBody },
  timeout: { clock: 'response' },
  dns: {},
  refused: {},
  reset: {},
  tls: { trouble: 'certificate-expired' },
  exception: {},
};

/** A fault of a kind as a form begins with it. */
export function newFault(kind: FaultKind): Fault {
  return faultSchema.parse({ kind, ...beginnings[kind] });
}
