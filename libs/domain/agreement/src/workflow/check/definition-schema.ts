import { MAX_ATTRIBUTE_TEXT } from '../attributes.js';
import { MAX_OFFSET_DAYS, MAX_PUT_OFF_DAYS, MAX_REMINDERS } from '../reminder-policy.js';

const NAME = '^[a-z][a-z0-9-]{0,39}$';
const VERSIONED = '^[a-z][a-z0-9-]{0,59}@[1-9][0-9]{0,3}$';

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength }) as const;
const object = (properties: object, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

const title = {
  type: 'object',
  properties: { zh: text(200), en: text(200) },
  minProperties: 1,
  additionalProperties: false,
};
const offset = { type: 'integer', minimum: 1, maximum: MAX_OFFSET_DAYS };
const offsets = { type: 'array', items: offset, uniqueItems: true, maxItems: 10 };
const remind = object(
  {
    workingDaysBefore: offsets,
    onTheDay: { type: 'boolean' },
    daysBefore: { ...offsets, description: 'days of any calendar' },
    workingDaysAfter: { ...offsets, description: 'while it is still not done' },
    daysAfter: offsets,
    repeat: {
      ...object({
        every: { ...offset, maximum: 90 },
        count: { enum: ['working', 'calendar'] },
        times: { ...offset, maximum: MAX_REMINDERS },
      }),
      description: 'again every so many days after the due date, at most so many times',
    },
    escalate: {
      type: 'array',
      maxItems: 3,
      items: object({ to: { enum: ['representative', 'desk', 'head'] }, workingDaysAfter: offset }),
      description: 'who further up is told of a missed deadline, one after the other',
    },
    workingDaysPutOff: {
      ...{ type: 'integer', minimum: 0, maximum: MAX_PUT_OFF_DAYS },
      description: 'how long that waits for whoever took it on, and for an address that mail came back from',
    },
    workingDaysStuck: {
      ...offset,
      minimum: 0,
      description: 'of a stage: after so many in which nothing happened, before the others begin; 0: never',
    },
  },
  [
    'daysBefore',
    'workingDaysAfter',
    'daysAfter',
    'repeat',
    'escalate',
    'workingDaysPutOff',
    'workingDaysStuck',
  ],
);
const calendars = {
  const: 'parties',
  description: 'a day counts when it is a working day of every party; absent: of the coordinating department',
};
const pausable = { const: true, description: 'it stops while the agreement is suspended' };
const rule = {
  duration: { type: 'string', description: 'ISO 8601, counted in working days, e.g. P20D' },
  remind,
  calendars,
  pausable,
};
const deadline = object(rule, ['calendars', 'pausable']);
const stageDeadline = object(
  {
    ...rule,
    whenMissed: {
      anyOf: [{ const: 'expire' }, object({ transition: { type: 'string', pattern: NAME } })],
      description: 'the agreement expires, or goes the way a transition of the stage leads',
    },
  },
  ['calendars', 'pausable', 'whenMissed'],
);
const rendition = object({ heading: { type: 'string', maxLength: 200 }, body: text(20_000) });

const attribute = object(
  {
    type: { enum: ['string', 'integer', 'boolean'] },
    titles: { ...title, description: 'what people read' },
    format: { const: 'date', description: 'a day, YYYY-MM-DD' },
    enum: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      uniqueItems: true,
      items: { type: 'string', pattern: NAME },
    },
    enumTitles: { type: 'object', propertyNames: { pattern: NAME }, additionalProperties: title },
    maxLength: { type: 'integer', minimum: 1, maximum: MAX_ATTRIBUTE_TEXT },
    minimum: { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
    maximum: { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
  },
  ['format', 'enum', 'enumTitles', 'maxLength', 'minimum', 'maximum'],
);
const attributes = object(
  {
    type: { const: 'object' },
    properties: {
      type: 'object',
      propertyNames: { pattern: NAME },
      additionalProperties: attribute,
      minProperties: 1,
      maxProperties: 50,
    },
    required: { type: 'array', uniqueItems: true, items: { type: 'string' } },
    additionalProperties: { const: false },
  },
  ['required'],
);

const transition = object(
  {
    name: { type: 'string', pattern: NAME },
    to: { type: 'string', description: 'the name of a stage' },
    command: {
      type: ['string', 'null'],
      description: 'the command that moves it; null: it moves by itself as soon as its conditions hold',
    },
    conditions: {
      type: 'array',
      maxItems: 20,
      items: {
        anyOf: [
          { type: 'string', pattern: VERSIONED },
          object({
            name: { type: 'string', pattern: VERSIONED },
            count: { type: 'integer', minimum: 1, maximum: 100 },
          }),
        ],
      },
    },
    abandons: { const: true, description: 'open deadlines are cancelled instead of met' },
  },
  ['abandons'],
);

const approvalStep = object(
  {
    title,
    posts: {
      type: 'array',
      minItems: 1,
      maxItems: 20,
      items: object({ name: { type: 'string', pattern: NAME }, title }),
      description: 'who is asked, side by side; which of its positions each is, the party says',
    },
    anyOf: { const: true, description: 'one of them is enough' },
  },
  ['anyOf'],
);

const stage = object(
  {
    name: { type: 'string', pattern: NAME },
    title,
    activities: { type: 'array', maxItems: 20, items: { type: 'string', pattern: VERSIONED } },
    deadline: stageDeadline,
    transitions: { type: 'array', maxItems: 20, items: transition, description: 'none: a final stage' },
  },
  ['deadline'],
);

/** What a workflow definition looks like; what it must mean beside that is checked by `checkDefinition`. */
export const DEFINITION_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:entente:workflow-definition:1',
  title: 'Workflow definition',
  description: 'Stages, transitions, conditions, roles, deadlines and reminders of one kind of agreement',
  ...object(
    {
      name: { type: 'string', pattern: NAME },
      version: { type: 'integer', minimum: 1, maximum: 9999 },
      kind: { type: 'string', pattern: NAME },
      title,
      numberPattern: {
        type: 'string',
        minLength: 1,
        maxLength: 60,
        description: '{year} and {number:4} (zero-padded) are filled in',
      },
      partyRoles: {
        type: 'array',
        minItems: 1,
        maxItems: 50,
        items: object(
          {
            role: { type: 'string', pattern: NAME },
            title,
            several: { const: true, description: 'any number of parties may have it' },
            signingRule: { enum: ['head', 'head-and-seal', 'any-two'] },
            approvalRoute: {
              type: 'array',
              minItems: 1,
              maxItems: 10,
              items: approvalStep,
              description: 'who inside the party has agreed to a text before it approves it, step by step',
            },
          },
          ['several', 'signingRule', 'approvalRoute'],
        ),
      },
      latePaper: object({
        days: { type: 'integer', minimum: 0, maximum: 3650 },
        daysWithEvidence: { type: 'integer', minimum: 0, maximum: 3650 },
      }),
      milestoneReminders: remind,
      milestoneDays: object(
        {
          calendars,
          dayOff: {
            const: 'backward',
            description:
              'a day off takes it to the last working day before, as a notice; absent: to the next one',
          },
          pausable,
        },
        ['calendars', 'dayOff', 'pausable'],
      ),
      signedCopy: deadline,
      template: {
        type: 'array',
        maxItems: 60,
        items: object({
          sectionId: { type: 'string', pattern: NAME },
          renditions: {
            type: 'object',
            properties: { zh: rendition, en: rendition },
            minProperties: 1,
            additionalProperties: false,
          },
        }),
      },
      attributes: {
        ...attributes,
        description: 'JSON Schema of what is to be known of every agreement, as a flat object',
      },
      initial: { type: 'string', description: 'the name of the first stage' },
      stages: { type: 'array', minItems: 2, maxItems: 50, items: stage },
    },
    ['latePaper', 'milestoneDays', 'signedCopy', 'attributes'],
  ),
} as const;
