import { checkDefinition } from '@entente/agreement';
import { Ajv2020 } from 'ajv/dist/2020.js';

import { ApiInMemory } from './support/api-in-memory.js';

interface Detail {
  readonly agreement: { readonly stage: string; readonly definition: string; readonly ended: boolean };
  readonly possible: readonly { readonly command: string; readonly blockedBy?: readonly string[] }[];
}

describe('workflow definitions over HTTP', () => {
  let api: ApiInMemory;
  beforeAll(async () => {
    api = await ApiInMemory.open();
  });
  afterAll(() => api.close());

  it('are listed, and every one fits the schema that is published', async () => {
    const { coordinator } = api.people;
    const schema = await api.get('/api/definitions/schema', coordinator);
    const fits = new Ajv2020({ allowUnionTypes: true }).compile(schema.json());
    const { items } = (await api.get('/api/definitions', coordinator)).json<{
      items: { name: string; version: number }[];
    }>();
    expect(items.map(({ name, version }) => `${name}@${version}`)).toEqual([
      'letter-of-intent@1',
      'memorandum@1',
      'framework@1',
    ]);
    for (const definition of items) {
      expect([fits(definition), fits.errors]).toEqual([true, null]);
      expect(checkDefinition(definition).faults).toEqual([]);
    }
  });

  it('let a framework be proposed by its kind, and say what stands against its signing', async () => {
    const { coordinator } = api.people;
    const body = { kind: 'framework', title: { en: 'A framework' } };
    const { agreementId } = (await api.post('/api/agreements', body, coordinator)).json<{
      agreementId: string;
    }>();
    const { agreement, possible } = (
      await api.get(`/api/agreements/${agreementId}`, coordinator)
    ).json<Detail>();
    expect(agreement).toMatchObject({ definition: 'framework@1', stage: 'drafting', ended: false });
    const submit = possible.find(({ command }) => command === 'SubmitForSigning');
    expect(submit?.blockedBy).toContain('parties-at-least@1');
  });
});
