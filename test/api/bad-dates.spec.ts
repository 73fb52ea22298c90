import type { EventEnvelope } from '@entente/event-sourcing';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { populate } from '../access/populate.js';
import type { Row } from '../access/row.js';
import { AWAITING } from '../access/letters.js';
import { OPEN, rows } from '../access/rows.js';
import { AGREEMENT, BASE_PERSON, COORDINATOR } from '../support/agreement-builders.js';
import { inForce } from '../support/framework-letters.js';
import { ApiInMemory } from './support/api-in-memory.js';

interface Schema {
  readonly $ref?: string;
  readonly format?: string;
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
}
interface Description {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly post?: {
          readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> };
        };
      }
    >
  >;
}
interface Problem {
  readonly code: string;
  readonly field?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly field: string }[];
}

const file = path.resolve(import.meta.dirname, '../../apps/web/openapi.json');
const { paths, components } = JSON.parse(readFileSync(file, 'utf8')) as Description;

const isMoment = ({ example }: Schema): boolean =>
  typeof example === 'string' && /^\d{4}-.*T\d\d:\d\d$/u.test(example);

/** Every field of a command that takes a day or a local moment, from the description of the API. */
const fields = Object.entries(paths).flatMap(([route, { post }]) => {
  const schema = post?.requestBody?.content['application/json']?.schema;
  const properties =
    (schema?.$ref ? components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema)?.properties ?? {};
  const dated = Object.entries(properties).filter(([, one]) => one.format === 'date' || isMoment(one));
  // What a link says beside is held to its own specification: nobody signs in there.
  if (OPEN.includes(`POST ${route}`)) return [];
  return dated.map(([field, one]) => ({
    route: `POST ${route}`,
    field,
    time: isMoment(one) ? 'T14:00' : '',
  }));
});

function rowOf(route: string): Row {
  const row = rows.find((one) => one.route === route);
  if (!row) throw new Error(`there is no row for ${route}`);
  return row;
}

const IMPOSSIBLE = [
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '2026-2-3',
  '99999-01-01',
  'soon',
  '',
  '2026-01-01Z',
];

const FRAMEWORK = '40000000-0000-4000-8000-000000000009';

describe('a day', () => {
  let api: ApiInMemory;
  let coordinator: string;
  let signatory: string;
  beforeAll(async () => {
    api = await ApiInMemory.openEmpty();
    const { store } = api.engine.facts;
    await populate({ app: api.app, store });
    const stream = `main.agreement-${FRAMEWORK}`;
    await store.append(stream, -1, inForce.envelopes(FRAMEWORK) as EventEnvelope[]);
    coordinator = await api.tokenOf(COORDINATOR);
    signatory = await api.tokenOf(BASE_PERSON);
  });
  afterAll(() => api.close());

  async function send(
    { path: url, body }: Row,
    changed: object,
  ): Promise<{ status: number; problem: Problem }> {
    const ask = async (to: string) => {
      const send = (token: string) =>
        api.post(to, { ...body, ...changed }, undefined, { authorization: `Bearer ${token}` });
      const answer = await send(coordinator);
      return answer.statusCode === 403 ? send(signatory) : answer;
    };
    let answer = await ask(url);
    // The letter of the table is past its signing; another one is in it, and one can be joined.
    for (const other of [AWAITING, FRAMEWORK]) {
      if (answer.json<Problem>().code !== 'wrong-stage') break;
      answer = await ask(url.replace(AGREEMENT, other));
    }
    return { status: answer.statusCode, problem: answer.json<Problem>() };
  }

  it('is asked for by commands of agreements, of the directory and of meetings', () => {
    expect(fields.length).toBeGreaterThanOrEqual(17);
    expect(fields).toContainEqual({ route: 'POST /api/meetings', field: 'at', time: 'T14:00' });
  });

  it.each(fields)(
    '$route $field: what is no day is refused with its field',
    async ({ route, field, time }) => {
      const row = rowOf(route);
      for (const value of IMPOSSIBLE) {
        const { status, problem } = await send(row, { [field]: `${value}${time}` });
        expect([value, status, problem.errors?.map((error) => error.field)]).toEqual([value, 400, [field]]);
      }
    },
  );

  it.each(fields)(
    '$route $field: the year 9999 is refused, and what would be right is told',
    async ({ route, field, time }) => {
      const row = rowOf(route);
      const { status, problem } = await send(row, { [field]: `9999-12-31${time}` });
      expect([status, problem.code, problem.field]).toEqual([
        422,
        expect.stringMatching(/^date-|^until-/u),
        field,
      ]);
      expect(Object.keys(problem.facts ?? {})).not.toEqual([]);
    },
  );

  it.each(fields.filter(({ route }) => route.startsWith('POST /api/agreements')))(
    '$route $field: a day before the agreement is refused, and what would be right is told',
    async ({ route, field }) => {
      const row = rowOf(route);
      const { status, problem } = await send(row, { [field]: '1999-12-31' });
      expect([status, problem.field]).toEqual([422, field]);
      expect(Object.keys(problem.facts ?? {})).not.toEqual([]);
    },
  );
});
