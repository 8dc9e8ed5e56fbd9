// What answers a call in a test, made as a run makes it of a person's choice.
import { standInOfCall } from '#electron/runs/stand-in-of-call.ts';
import type { StandInPlan } from '#electron/executor/stand-in/stand-in-plan.ts';
import { type Fixture, fixtureSchema } from '#shared/fixture/fixture.ts';
import { type Fault, faultSchema } from '#shared/stand-in/fault.ts';
import { type StandIn, standInSchema } from '#shared/stand-in/stand-in.ts';
import type { z } from 'zod';
import { storyId } from '../stories/story-id.ts';

/** A fixture by what differs from an empty 200. */
export function storyFixture(
  name: string,
  parts: Partial<z.input<typeof fixtureSchema>> = {},
  place: Pick<Fixture, 'flow' | 'node'> = { flow: storyId('fl', 'Story'), node: storyId('nd', 'Story') },
): Fixture {
  const id = storyId('fx', name);
  return fixtureSchema.parse({ format: 'flowbench.fixture', version: 1, id, name, ...place, ...parts });
}

/** The plan of a choice; a test whose choice plays nothing is wrong. */
export function planOf(
  standIn: z.input<typeof standInSchema>,
  fixtures: readonly Fixture[] = [],
): StandInPlan {
  const chosen: StandIn = standInSchema.parse(standIn);
  const found = standInOfCall(chosen, 'Get order', (id) => fixtures.find((each) => each.id === id) ?? null);
  if (found.type !== 'plays') throw new Error(`It plays nothing: ${found.exception.sentence}`);
  return found.plan;
}

/** The plan of a fault for every attempt, or for the first ones. */
export function planOfFault(
  fault: z.input<typeof faultSchema>,
  attempts: number | 'all' = 'all',
): StandInPlan {
  const parsed: Fault = faultSchema.parse(fault);
  return planOf({ type: 'fault', fault: parsed, attempts });
}
