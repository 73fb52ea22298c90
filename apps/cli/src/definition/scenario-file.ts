import { Ajv2020 } from 'ajv/dist/2020.js';

/** One thing somebody does, and what must come of it; without `expect` it must be accepted. */
export interface Step {
  readonly do: string;
  /** `coordinator`, `auditor`, or a party as `for` names it. Absent: coordinator. */
  readonly by?: string;
  /** The party it is about: its role, or `role 2` for the second one that has it. */
  readonly for?: string;
  /** Fields of the command; what is left out is filled in with what most often holds. */
  readonly with?: Readonly<Record<string, unknown>>;
  readonly expect?: { readonly stage?: string; readonly refused?: string };
}

export interface Scenario {
  readonly name: string;
  /** Roles of the parties, as often as they are there. Absent: every role once, and twice where several may have it. */
  readonly parties?: readonly string[];
  readonly steps: readonly Step[];
}

export interface ScenarioFile {
  /** A shipped one, `name@version`, or a file beside this one. */
  readonly definition: string;
  readonly scenarios: readonly Scenario[];
}

const name = { type: 'string', minLength: 1, maxLength: 200 } as const;
const step = {
  type: 'object',
  properties: {
    do: name,
    by: name,
    for: name,
    with: { type: 'object' },
    expect: { type: 'object', properties: { stage: name, refused: name }, additionalProperties: false },
  },
  required: ['do'],
  additionalProperties: false,
} as const;
const scenario = {
  type: 'object',
  properties: {
    name,
    parties: { type: 'array', items: name },
    steps: { type: 'array', minItems: 1, items: step },
  },
  required: ['name', 'steps'],
  additionalProperties: false,
} as const;
const validate = new Ajv2020({ allErrors: true }).compile<ScenarioFile>({
  type: 'object',
  properties: { definition: name, scenarios: { type: 'array', minItems: 1, items: scenario } },
  required: ['definition', 'scenarios'],
  additionalProperties: false,
});

/** The file, or what is wrong with it, each with its place. */
export function readScenarios(json: unknown): ScenarioFile | readonly string[] {
  if (validate(json)) return json;
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || '/'}  ${message ?? ''}`,
  );
}
