import { flowPrint } from '#shared/run-history/flow-print.ts';
import type { RunRecord } from '#shared/run-history/run-record.ts';
import type { BegunRun } from './history-port.ts';

/** What is written of a run before its first event. */
export function newRecord(run: BegunRun): RunRecord {
  const { flow, inputs, madeAt, name, origin, others, persona, runId } = run;
  return {
    format: 'flowbench.run',
    version: 1,
    runId,
    origin,
    name,
    flowId: flow.id,
    flowPrint: flowPrint(flow),
    ...(madeAt === undefined ? {} : { madeAt }),
    others: others.map((other) => ({ id: other.id, name: other.name, flowPrint: flowPrint(other) })),
    nodes: [flow, ...others]
      .flatMap(({ nodes }) => nodes)
      .map(({ id, kind, name: nodeName }) => ({ id, kind, name: nodeName })),
    inputs: inputs === null ? null : { ...inputs },
    ...(persona === null ? {} : { persona }),
    pinned: false,
    incomplete: false,
  };
}
