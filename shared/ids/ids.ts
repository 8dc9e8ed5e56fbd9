import { z } from 'zod';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const idLength = 12;

const idSchema = (prefix: string) =>
  z
    .string()
    .regex(
      new RegExp(`^${prefix}_[a-z2-7]{${String(idLength)}}$`),
      `must look like ${prefix}_ and 12 letters`,
    );

export const workspaceIdSchema = idSchema('ws').brand<'WorkspaceId'>();
export const endpointIdSchema = idSchema('ep').brand<'EndpointId'>();
export const flowIdSchema = idSchema('fl').brand<'FlowId'>();
export const nodeIdSchema = idSchema('nd').brand<'NodeId'>();
export const environmentIdSchema = idSchema('en').brand<'EnvironmentId'>();
export const fixtureIdSchema = idSchema('fx').brand<'FixtureId'>();
/** A test of a flow. */
export const scenarioIdSchema = idSchema('sc').brand<'ScenarioId'>();
export const secretSlotSchema = idSchema('sl').brand<'SecretSlot'>();
/** A branch of a condition; it names the branch's exit, which so stays the same when the branch is renamed. */
export const branchIdSchema = idSchema('br').brand<'BranchId'>();
export const runIdSchema = idSchema('rn').brand<'RunId'>();
export const choiceIdSchema = idSchema('ch').brand<'ChoiceId'>();
/** A frame round nodes on the canvas. */
export const groupIdSchema = idSchema('gr').brand<'GroupId'>();

export type WorkspaceId = z.infer<typeof workspaceIdSchema>;
export type EndpointId = z.infer<typeof endpointIdSchema>;
export type FlowId = z.infer<typeof flowIdSchema>;
export type NodeId = z.infer<typeof nodeIdSchema>;
export type EnvironmentId = z.infer<typeof environmentIdSchema>;
export type FixtureId = z.infer<typeof fixtureIdSchema>;
export type ScenarioId = z.infer<typeof scenarioIdSchema>;
export type SecretSlot = z.infer<typeof secretSlotSchema>;
export type BranchId = z.infer<typeof branchIdSchema>;
export type RunId = z.infer<typeof runIdSchema>;
export type ChoiceId = z.infer<typeof choiceIdSchema>;
export type GroupId = z.infer<typeof groupIdSchema>;

/** The id that each prefix makes. */
export interface IdOf {
  readonly ws: WorkspaceId;
  readonly ep: EndpointId;
  readonly fl: FlowId;
  readonly nd: NodeId;
  readonly en: EnvironmentId;
  readonly fx: FixtureId;
  readonly sc: ScenarioId;
  readonly sl: SecretSlot;
  readonly br: BranchId;
  readonly rn: RunId;
  readonly ch: ChoiceId;
  readonly gr: GroupId;
}

/** Fills an array with random bytes; `crypto.getRandomValues` outside of tests. */
export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => unknown;

/** A new stable id: a prefix that names the kind, and 12 random base32 characters (FORMATS, Workspace folder). */
export function newId<Prefix extends keyof IdOf>(prefix: Prefix, fillRandom: FillRandom): IdOf[Prefix] {
  const bytes = new Uint8Array(idLength);
  fillRandom(bytes);
  const text = Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('');
  return `${prefix}_${text}` as IdOf[Prefix];
}
