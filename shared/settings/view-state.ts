import { z } from 'zod';
import { breakpointsSchema } from '../debugger/breakpoint.ts';
import { runIdSchema } from '../ids/ids.ts';
import { firstPersona, personaSchema } from './persona.ts';
import { standInsSchema } from '../stand-in/stand-in.ts';

export const sideBarViews = ['flows', 'endpoints', 'environments', 'scenarios', 'runs', 'find'] as const;
export const editorSides = ['left', 'right'] as const;
export const panelTabs = ['simulator', 'timeline', 'variables', 'response', 'scenarios', 'problems'] as const;

const sizeSchema = z.number().min(0).max(10_000);

/**
 * An editor tab: a document, a run whose document is gone, the welcome page, the sheet of components, all environments
 * side by side, what was deleted, the settings, or the keys of all commands.
 */
export const editorTabSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('document'), id: z.string() }),
  z.strictObject({ type: z.literal('run'), runId: runIdSchema, name: z.string() }),
  z.strictObject({ type: z.literal('welcome') }),
  z.strictObject({ type: z.literal('components') }),
  z.strictObject({ type: z.literal('environments') }),
  z.strictObject({ type: z.literal('settings') }),
  z.strictObject({ type: z.literal('keys') }),
  z.strictObject({ type: z.literal('trash') }),
]);

/** Where the canvas of a flow was left. */
export const viewportSchema = z.strictObject({ x: z.number(), y: z.number(), zoom: z.number() });

/** How a workspace's window was left (`view/` in the user data folder); never part of the workspace itself. */
export const viewStateSchema = z.strictObject({
  tabs: z.array(editorTabSchema).default([]),
  activeTab: z.number().int().min(0).default(0),
  /** Which side of the editor `tabs` is: the one that commands go to. */
  focusedSide: z.enum(editorSides).default('left'),
  /** What the other side has open, where the editor is split. */
  otherSide: z
    .strictObject({ tabs: z.array(editorTabSchema), activeTab: z.number().int().min(0) })
    .nullable()
    .default(null),
  sideBarView: z.enum(sideBarViews).default('flows'),
  sideBarOpen: z.boolean().default(true),
  inspectorOpen: z.boolean().default(true),
  panelState: z.enum(['open', 'folded', 'enlarged']).default('open'),
  panelTab: z.enum(panelTabs).default('timeline'),
  /** Panel sizes in pixels, by panel, where the person has set them. */
  sizes: z.record(z.string(), sizeSchema).default({}),
  environmentId: z.string().nullable().default(null),
  /** Tells "no environment", which was picked, from a workspace where nobody has picked anything yet. */
  environmentWasPicked: z.boolean().default(false),
  viewports: z.record(z.string(), viewportSchema).default({}),
  /** Folders of the side bar that are folded, by path. */
  foldedFolders: z.array(z.string()).default([]),
  minimap: z.boolean().default(true),
  /** Whether cards that are moved with the pointer go to the grid. */
  snap: z.boolean().default(true),
  /** Breakpoints by flow: they are the person's, and no part of what is shared with others. */
  breakpoints: z.record(z.string(), breakpointsSchema).default({}),
  /** Groups that are shown as one card, by flow: how somebody looks at a flow changes nothing of it. */
  collapsedGroups: z.record(z.string(), z.array(z.string())).default({}),
  persona: personaSchema.default(firstPersona),
  /** Whether the Simulator shows that the flow is at work before it says something. */
  typingIndicator: z.boolean().default(false),
  /** What answers API Calls in place of the network, by node. */
  standIns: standInsSchema.default({}),
  /** Values for variables as they were typed, by name: samples of a node by its id, inputs of a run by its flow. Never a secret. */
  samples: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** The exits that runs from this window have taken, each once, by node: they do not go when runs are dropped. */
  takenExits: z.record(z.string(), z.array(z.string()).readonly()).default({}),
  /** When the count of them began anew, by node, in milliseconds of the system's clock. */
  exitsCountedSinceMs: z.record(z.string(), z.number()).default({}),
  /** Scenarios whose tab shows them as JSON. */
  scenariosAsJson: z.array(z.string()).default([]),
  /** What somebody wrote as the JSON of a scenario and is none yet, by scenario: it is kept until it is one, or given up. */
  scenarioTexts: z.record(z.string(), z.string()).default({}),
});

export type EditorTab = z.infer<typeof editorTabSchema>;
export type Viewport = z.infer<typeof viewportSchema>;
export type SideBarView = (typeof sideBarViews)[number];
export type EditorSide = (typeof editorSides)[number];
export type PanelTab = (typeof panelTabs)[number];
export type ViewState = z.infer<typeof viewStateSchema>;
