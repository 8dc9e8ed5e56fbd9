import { getRandomValues } from 'node:crypto';
import type { Flow } from '#shared/flow/flow.ts';
import { flowsReached } from '#shared/flow/flows-run.ts';
import type { EndpointId, EnvironmentId, FlowId } from '#shared/ids/ids.ts';
import { newProgram, type Program } from '#shared/interpreter/program.ts';
import type { RandomState } from '#shared/interpreter/random-state.ts';
import type { RunState } from '#shared/interpreter/run-state.ts';
import { requestOf } from '#shared/settings/persona.ts';
import type { AccessTokens } from '../oauth/access-tokens.ts';
import type { TokenPlace } from '../oauth/kept-token.ts';
import { ActiveRun } from './active-run.ts';
import { chosenStandIns } from './chosen-stand-ins.ts';
import { environmentOfRun, type RunEnvironment } from './environment-of-run.ts';
import { EventPublisher } from './event-publisher.ts';
import { systemClock } from './host-clock.ts';
import type { KnownSecrets } from './known-secrets.ts';
import type { CallSurroundings } from './perform-call.ts';
import { LargeBodies } from './response-state.ts';
import type { RunControl } from './run-control.ts';
import type { RunCookies } from './run-cookies.ts';
import type { RunHostPorts } from './run-ports.ts';
import { RunRecording, type Checkpoint } from './run-recording.ts';
import type { RunShelf } from './run-shelf.ts';
import type { ToRun } from './to-run.ts';

/** How a run begins. */
export interface RunBeginning {
  readonly state: RunState;
  readonly control: RunControl;
  /** The run whose past it shares, to a checkpoint. */
  readonly past?: { readonly recording: RunRecording; readonly checkpoint: Checkpoint };
}

interface MakerParts {
  readonly ports: RunHostPorts;
  readonly secrets: KnownSecrets;
  readonly shelf: RunShelf;
  readonly cookies: RunCookies;
  readonly tokens: AccessTokens;
}

/** Makes runs of a workspace's flows, each with what it works in. */
export class RunMaker {
  readonly #parts: MakerParts;

  constructor(parts: MakerParts) {
    this.#parts = parts;
  }

  /** A run that has not begun yet; the shelf has it from now on. */
  make(what: ToRun, { control, past, state }: RunBeginning): ActiveRun {
    const { cookies, ports, secrets, shelf, tokens } = this.#parts;
    const { runId } = state;
    const { environmentId, flow, standIns } = what;
    const largeBodies = new LargeBodies(past?.recording.run.largeBodies);
    const bodies = shelf.makeRoom(runId, past?.recording.run.bodies);
    const { environment, program } = this.program(what, largeBodies);
    const clock = ports.clock?.() ?? systemClock;
    const made = past === undefined ? {} : { madeAt: clock.now() };
    const others = flowsOfProgram(program, flow);
    const persona = what.persona ?? null;
    const diary = ports.history?.begin({ runId, flow, others, persona, ...made, ...what.told });
    if (diary !== undefined) bodies.handOn(diary.body);
    const recording = this.#recording({ what, bodies, largeBodies }, past);
    const run = new ActiveRun({
      ports,
      clock,
      program,
      state,
      control,
      recording,
      publisher: new EventPublisher(
        runId,
        secrets,
        (events) => {
          recording?.note(events);
          diary?.events(events);
          ports.publish(events);
        },
        clock.now,
      ),
      secrets,
      bodies,
      largeBodies,
      environment,
      jarOf: () => cookies.jarOf(environmentId),
      standIn: standInsOfRun(ports, standIns),
      tokens: ({ id, name }) => tokens.source(tokenPlace(ports, id, environmentId), name),
      onEnd: () => {
        shelf.retire(runId);
        diary?.end();
      },
    });
    shelf.add(runId, run, recording);
    return run;
  }

  /** What one can go back to; `null` where nobody will. */
  #recording(recorded: ConstructorParameters<typeof RunRecording>[0], past: RunBeginning['past']) {
    if (recorded.what.endsAfter !== undefined || this.#parts.ports.forgets === true) return null;
    return past?.recording.sharedTo(past.checkpoint, recorded) ?? new RunRecording(recorded);
  }

  /** A flow made ready to run in its environment. */
  program(
    { endsAfter, environmentId, flow, persona }: Omit<ToRun, 'told'>,
    largeBodies = new LargeBodies(),
  ): { readonly program: Program; readonly environment: RunEnvironment } {
    const { ports } = this.#parts;
    const environment = environmentOfRun(ports.workspace, environmentId);
    const program = newProgram({
      flow,
      others: flowsReached(flow, (id) => savedFlow(ports.workspace, id)),
      environment: environment.active,
      defaults: environment.defaults,
      names: {
        extra: ports.names?.() ?? {},
        monotonicMs: () => performance.now(),
        ...(persona === undefined ? {} : { request: requestOf(persona) }),
      },
      readBody: largeBodies.read,
      ...(endsAfter === undefined ? {} : { endsAfter }),
    });
    return { program, environment };
  }
}

/** What stands in for calls: what the host says for each run, else what the run was started with. */
function standInsOfRun(
  { standIns, workspace }: RunHostPorts,
  chosen: ToRun['standIns'],
): CallSurroundings['standIn'] {
  return standIns?.() ?? chosenStandIns(workspace, chosen);
}

/** The flows that a run of a flow may come into besides that flow. */
function flowsOfProgram({ flows }: Program, { id }: Flow): readonly Flow[] {
  return [...flows.values()].map(({ flow }) => flow).filter((flow) => flow.id !== id);
}

/** Where the access tokens of an endpoint are kept for an environment. */
export function tokenPlace(
  { workspace }: Pick<RunHostPorts, 'workspace'>,
  endpointId: EndpointId,
  environmentId: EnvironmentId | null,
): TokenPlace {
  return { workspaceId: workspace.id, endpointId, environmentId };
}

/** A flow as it was last saved. */
export function savedFlow(workspace: RunHostPorts['workspace'], id: FlowId): Flow | null {
  const document = workspace.document(id)?.document;
  return document?.format === 'flowbench.flow' ? document : null;
}

/** New random numbers for a run. */
export function randomState(): RandomState {
  const [a = 0, b = 0, c = 0, d = 0] = getRandomValues(new Uint32Array(4));
  return [a, b, c, d];
}
