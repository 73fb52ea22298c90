import type { OrganisationDetail } from '@entente/application';

import { ApiInMemory } from './support/api-in-memory.js';

interface Report {
  readonly rows: number;
  readonly faults: readonly {
    readonly line: number;
    readonly column: string | null;
    readonly code: string;
  }[];
  readonly changes: object;
  readonly recorded: boolean;
}

const HEADER =
  'name_zh,name_en,registration_code,position_zh,position_en,roles,person_zh,person_en,email,language,from';
const ROWS = [
  '"海淀区科协, 机关",Haidian,13110108400000000A,主席,Chair,representative;signatory,钱进,Qian Jin,qian@haidian.example,zh,2026-01-05',
  '"海淀区科协, 机关",Haidian,13110108400000000A,秘书长,,representative,孙文,,,,2026-01-05',
  '通州区科协,,,,,,,,,,',
];
const TABLE = [HEADER, ...ROWS].join('\r\n');

describe('bringing in organisations', () => {
  let api: ApiInMemory;
  beforeAll(async () => {
    api = await ApiInMemory.open();
  });
  afterAll(() => api.close());

  const imported = async (csv: string, dryRun = false, who = api.people.coordinator): Promise<Report> => {
    const answer = await api.post('/api/imports/organisations', { csv, dryRun }, who);
    expect([answer.statusCode, answer.body]).toEqual([200, answer.body]);
    return answer.json<Report>();
  };
  const events = async (): Promise<number> => {
    let count = 0;
    for await (const _ of api.engine.facts.store.readAll(undefined)) count += 1;
    return count;
  };

  it('a dry run says what would be new and records nothing', async () => {
    const before = await events();
    expect(await imported(`\ufeff${TABLE}`, true)).toEqual({
      rows: 3,
      faults: [],
      changes: { organisations: 2, people: 2, positions: 2 },
      recorded: false,
    });
    expect(await events()).toBe(before);
  });

  it('names the line and the column of every fault, and records nothing while there is one', async () => {
    const before = await events();
    const wrong = [
      HEADER,
      ROWS[0],
      ',,,,,,,,,,',
      '门头沟区科协,,!!,主席,,king,李雷,,not an address,fr,2026-02-30',
      '怀柔区科协,,',
    ].join('\n');
    const { faults, recorded } = await imported(wrong);
    expect(faults.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'name_zh', 'text-missing'],
      [4, 'registration_code', 'invalid-registration-code'],
      [4, 'language', 'unknown-language'],
      [4, 'roles', 'unknown-position-role'],
      [5, null, 'cells-missing'],
    ]);
    expect([recorded, await events()]).toEqual([false, before]);
  });

  it.each([
    ['', 'no-rows'],
    [HEADER, 'no-rows'],
    ['name_zh,colour\na,b', 'unknown-column'],
    ['name_zh,name_zh\na,b', 'column-twice'],
    ['name_zh\n"open', 'no-csv'],
    [['name_zh', ...Array.from({ length: 5_001 }, () => 'a')].join('\n'), 'too-many-rows'],
  ])('a table that is none is refused', async (csv, code) => {
    expect((await imported(csv)).faults).toMatchObject([{ code }]);
  });

  it('records every row; a repeated import changes nothing, also after somebody changed what it brought', async () => {
    const { coordinator } = api.people;
    expect(await imported(TABLE)).toMatchObject({ recorded: true, faults: [] });
    const after = await events();
    expect(await imported(`${TABLE}\n`)).toMatchObject({
      recorded: true,
      changes: { organisations: 0, people: 0, positions: 0 },
    });
    expect(await events()).toBe(after);
    let id = '';
    for await (const { event } of api.engine.facts.store.readAll(undefined)) {
      if (event.type === 'RegistrationCodeSet') id = event.stream.replace('main.organisation-', '');
    }
    const url = `/api/organisations/${id}`;
    const detail = async (): Promise<OrganisationDetail> => (await api.get(url, coordinator)).json();
    const { positions, name } = await detail();
    expect([name.zh, positions.length]).toEqual(['海淀区科协, 机关', 2]);
    await api.post(
      `${url}/vacate-position`,
      { positionId: positions[0]?.positionId, on: '2026-02-01' },
      coordinator,
    );
    const vacated = await events();
    await imported(TABLE);
    expect(await events()).toBe(vacated);
  });

  it('is the coordinators’', async () => {
    for (const who of [api.people.chair, api.people.auditor]) {
      const answer = await api.post('/api/imports/organisations', { csv: TABLE, dryRun: true }, who);
      expect(answer.statusCode).toBe(403);
    }
  });
});
