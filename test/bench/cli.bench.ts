// Chained calls run by `flowbench run`, against the tools that people use for it and against a bare undici script: time, and memory.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { median, type BenchRow } from '../../scripts/steps/bench-table.mjs';
import { inProject } from '../../scripts/steps/project.mjs';
import { startChainServer, type ChainServer } from './peers/chain-server.ts';
import { flowbenchChain, flowbenchLoop, peerChains, type WriteChain } from './peers/chains.ts';
import { peerProgram, peers, type PeerName } from '../../scripts/bench-peers.mjs';

/** How many calls a chain has, and how often it is run, after once to warm up. */
const chains = [
  { calls: 1, rounds: 7 },
  { calls: 100, rounds: 3 },
  { calls: 1_000, rounds: 3 },
] as const;

/** Long enough for the slowest peer on a busy machine; one that hangs shall not hold up the rest. */
const longestMs = 180_000;

interface Contender {
  readonly name: string;
  /** The program for Node. */
  readonly program: string;
  /** Whose failure is told, and stops nobody else. */
  readonly isPeer: boolean;
  readonly write: WriteChain;
}

/** A contender's runs of one length, and in how many of them it was not the chain that was wanted. */
interface Runs {
  readonly whole: Measured[];
  broken: number;
}

interface Measured {
  readonly timeMs: number;
  /** Of the processor, user and system: in a crowd it says more than the time that passes. */
  readonly workMs: number;
  readonly peakMiB: number;
}

/** Runs them in turns, so that whatever else the machine does hits all alike. Every call is counted at the server. */
export async function run(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'flowbench-bench-'));
  await using server = await startChainServer();
  try {
    const all = await contenders(folder);
    const rows: BenchRow[] = [
      { what: 'load of the machine before', value: os.loadavg()[0] ?? NaN, unit: 'processes' },
    ];
    for (const { calls, rounds } of chains) {
      const runs = await measure(all, { folder, server, calls, rounds });
      rows.push(...rowsOf(calls, middles(runs)), ...brokenRows(calls, runs));
    }
    const loop = await growth({ folder, server });
    return [...rows, ...loop];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Ourselves, the bare script, and whichever peers are installed. */
async function contenders(folder: string): Promise<readonly Contender[]> {
  const bare = path.join(folder, 'bare.mjs');
  await writeFile(bare, bareScript);
  const names = Object.keys(peers) as PeerName[];
  const found = await Promise.all(
    names.map(async (name) => ({ name, program: await peerProgram(name), write: peerChains[name] })),
  );
  return [
    {
      name: 'flowbench',
      program: inProject('out', 'cli', 'flowbench.js'),
      isPeer: false,
      write: flowbenchChain,
    },
    {
      name: 'undici',
      program: bare,
      isPeer: false,
      write: (_, url, calls) => Promise.resolve([url, String(calls)]),
    },
    ...found.flatMap(({ program, ...each }) =>
      program === null ? [] : [{ ...each, program, isPeer: true }],
    ),
  ];
}

interface Course {
  readonly folder: string;
  readonly server: ChainServer;
}

async function measure(
  all: readonly Contender[],
  { calls, folder, rounds, server }: Course & { readonly calls: number; readonly rounds: number },
): Promise<ReadonlyMap<string, Runs>> {
  const prepared = await Promise.all(
    all.map(async (each) => {
      const cwd = path.join(folder, `${each.name}-${String(calls)}`);
      await mkdir(cwd);
      const runs: Runs = { whole: [], broken: 0 };
      return { ...each, cwd, args: await each.write(cwd, server.url, calls), runs };
    }),
  );
  for (let round = 0; round <= rounds; round += 1)
    for (const { args, cwd, isPeer, name, program, runs } of prepared) {
      const measured = await ranOnce(program, args, cwd).catch((error: unknown) => {
        if (!isPeer) throw error;
        return null;
      });
      const taken = await server.taken();
      const isWhole = taken.calls === calls && taken.broken === 0;
      if (!isWhole && !isPeer)
        throw new Error(`${name} made ${JSON.stringify(taken)} in place of a chain of ${String(calls)}.`);
      if (!isWhole || measured === null) runs.broken += 1;
      else if (round > 0) runs.whole.push(measured);
    }
  return new Map(prepared.map(({ name, runs }) => [name, runs]));
}

/** The middle of what each did as it was wanted; those that never did are not there. */
function middles(runs: ReadonlyMap<string, Runs>): ReadonlyMap<string, Measured> {
  const able = [...runs].filter(([, { whole }]) => whole.length > 0);
  return new Map(able.map(([name, { whole }]) => [name, middleOf(whole)]));
}

/** What a peer did not do as it was wanted: a call without the number of the one before, too few calls, or no end in time. */
function brokenRows(calls: number, runs: ReadonlyMap<string, Runs>): readonly BenchRow[] {
  return [...runs]
    .filter(([, { broken }]) => broken > 0)
    .map(([name, { broken }]) => ({
      what: `${calls.toLocaleString('en')} calls: ${name}, runs that were no such chain`,
      value: broken,
      unit: 'runs',
    }));
}

const middleOf = (runs: readonly Measured[]): Measured => ({
  timeMs: median(runs.map(({ timeMs }) => timeMs)),
  workMs: median(runs.map(({ workMs }) => workMs)),
  peakMiB: median(runs.map(({ peakMiB }) => peakMiB)),
});

/** One run of a program to its end: its time as whoever waits for it sees it, its work, and the most memory that it held. */
async function ranOnce(program: string, args: readonly string[], cwd: string): Promise<Measured> {
  const use = path.join(cwd, '.use');
  const probe = path.join(cwd, '.probe.cjs');
  await writeFile(probe, probeScript);
  const startMs = performance.now();
  await promisify(execFile)(process.execPath, ['--require', probe, program, ...args], {
    cwd,
    env: { ...process.env, BENCH_USE_FILE: use, NO_COLOR: '1', ...atHome },
    timeout: longestMs,
    maxBuffer: 64_000_000,
  });
  const timeMs = performance.now() - startMs;
  const used = JSON.parse(await readFile(use, 'utf8')) as NodeJS.ResourceUsage;
  const workMs = (used.userCPUTime + used.systemCPUTime) / 1000;
  return { timeMs, workMs, peakMiB: used.maxRSS / 1024 };
}

/** Keeps stepci from telling its makers of each run, and from waiting for them where they cannot be reached. */
const atHome = { STEPCI_DISABLE_ANALYTICS: '1' };

const probeScript = `process.on('exit', () =>
  require('fs').writeFileSync(process.env.BENCH_USE_FILE, JSON.stringify(process.resourceUsage())));`;

const bareScript = `
import { request } from ${JSON.stringify(inProject('node_modules', 'undici', 'index.js'))};
const [url, calls] = process.argv.slice(2);
const headers = { 'content-type': 'application/json' };
let order = 0;
for (let made = 0; made < Number(calls); made += 1) {
  const { body } = await request(url, { method: 'POST', headers, body: JSON.stringify({ order_id: order }) });
  ({ order } = await body.json());
}`;

/** The most that our time may be of another's, by the number of calls. */
const targets: Readonly<Record<number, Readonly<Record<string, number>>>> = {
  1: { httpyac: 0.2, bru: 0.06 },
  1_000: { stepci: 0.25, bru: 0.1, newman: 0.06, undici: 1.3 },
};

function rowsOf(calls: number, measured: ReadonlyMap<string, Measured>): readonly BenchRow[] {
  const what = `${calls.toLocaleString('en')} ${calls === 1 ? 'call' : 'calls'}`;
  const own = measured.get('flowbench') ?? { timeMs: NaN, workMs: NaN, peakMiB: NaN };
  const times = [...measured].flatMap(([name, { peakMiB, timeMs, workMs }]) => [
    { what: `${what}: ${name}`, value: timeMs, unit: 'ms' },
    { what: `${what}: ${name}, processor time`, value: workMs, unit: 'ms' },
    ...(calls === 1_000 ? [{ what: `${what}: ${name}, the most memory`, value: peakMiB, unit: 'MiB' }] : []),
  ]);
  const others = [...measured].filter(([name]) => name !== 'flowbench');
  const ratios = others.flatMap(([name, { timeMs, workMs }]) => {
    const common = { unit: '×', ...target(targets[calls]?.[name]) };
    const ratio = `${what}: flowbench ÷ ${name}`;
    return [
      { ...common, what: ratio, value: own.timeMs / timeMs },
      { ...common, what: `${ratio}, processor time`, value: own.workMs / workMs },
    ];
  });
  const stepci = measured.get('stepci');
  if (calls !== 1_000 || stepci === undefined) return [...times, ...ratios];
  const value = own.peakMiB / stepci.peakMiB;
  return [...times, ...ratios, { what: `${what}: memory ÷ stepci`, value, target: 0.5, unit: '×' }];
}

const target = (most: number | undefined): Pick<BenchRow, 'target'> =>
  most === undefined ? {} : { target: most };

/** What ten times as many calls take in memory; by a loop, so that the flow itself stays as it is. */
async function growth({ folder, server }: Course): Promise<readonly BenchRow[]> {
  const peaks = { 1_000: [] as number[], 10_000: [] as number[] };
  for (let round = 0; round < 3; round += 1)
    for (const calls of [1_000, 10_000] as const) {
      const cwd = path.join(folder, `loop-${String(calls)}-${String(round)}`);
      await mkdir(cwd);
      const args = await flowbenchLoop(cwd, server.url, calls);
      const { peakMiB } = await ranOnce(inProject('out', 'cli', 'flowbench.js'), args, cwd);
      const taken = await server.taken();
      if (taken.calls !== calls) throw new Error(`The loop made ${JSON.stringify(taken)}.`);
      peaks[calls].push(peakMiB);
    }
  const [few, many] = [median(peaks[1_000]), median(peaks[10_000])];
  return [
    { what: 'a loop of 1,000 calls, the most memory', value: few, unit: 'MiB' },
    { what: 'a loop of 10,000 calls, the most memory', value: many, unit: 'MiB' },
    { what: 'memory of 10,000 calls ÷ of 1,000', value: many / few, target: 1.2, unit: '×' },
  ];
}
