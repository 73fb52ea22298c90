import { PDF } from '../support/some-files.js';
import type { Done } from './support/api-on-postgres.js';
import { eventually, SigningOffice } from './support/signing-office.js';

interface Signed {
  readonly stage: string;
  readonly signedAt?: string;
  readonly parties: readonly { readonly signed: boolean; readonly signatures: readonly object[] }[];
}

interface Asked {
  readonly overrides: readonly { readonly overrideId: string }[];
}

interface Meeting {
  readonly letters: readonly { readonly agreementId: string; readonly missing: readonly string[] }[];
}

/** The whole way of three letters, from a draft to paper on file, at the pace of people: the demo's clock is moved. */
describe('three letters and two meetings', () => {
  let office: SigningOffice;
  let letters: readonly [string, string, string];
  let meeting: string;
  let next: string;
  /** The session of a second coordinator. */
  let second: string;
  beforeAll(async () => {
    office = await SigningOffice.open();
  });
  afterAll(() => office.close());

  const plan = async (title: string, at: string): Promise<string> =>
    (
      await office.api.post<{ meetingId: string }>('/api/meetings', office.coordinator, {
        title: { en: title },
        at,
        zone: 'Asia/Shanghai',
        place: 'Beijing',
      })
    ).meetingId;
  const meet = (at: string, command: string, body: object = {}) =>
    office.api.post<{ results: object[] }>(`/api/meetings/${at}/${command}`, office.coordinator, body);
  const look = (at: string) => office.api.get<Meeting>(`/api/meetings/${at}`, office.coordinator);
  const stages = () => Promise.all(letters.map(async (id) => (await office.letter(id)).stage));

  test('are drafted by both sides and submitted', async () => {
    const [first, second, third] = office.districts;
    letters = [await office.draft(first!), await office.draft(second!), await office.draft(third!)];
    expect(await stages()).toEqual(['signing', 'signing', 'signing']);
  });

  test('are placed at a meeting, to which one head sends a deputy under a mandate and another does not come', async () => {
    const [daxing, , tongzhou] = office.districts;
    await office.goTo('2026-03-04T10:00');
    meeting = await plan('Spring meeting', '2026-03-06T14:00');
    next = await plan('A week later', '2026-03-13T14:00');
    for (const agreementId of letters) await meet(meeting, 'place-letter', { agreementId });
    const { organisationId, positionId, deputy } = daxing!;
    const granted = await office.api.post<Done>(
      `/api/organisations/${organisationId}/grant-mandate`,
      office.coordinator,
      {
        fromPositionId: positionId,
        toPositionId: deputy.positionId,
        scope: {},
        from: '2026-03-04',
        until: '2026-03-31',
      },
    );
    expect(granted.events).toMatchObject([{ type: 'MandateGranted' }]);
    const { mandates } = await office.api.get<{ mandates: { mandateId: string }[] }>(
      `/api/organisations/${organisationId}`,
      office.coordinator,
    );
    await meet(meeting, 'record-attendance', {
      organisationId,
      positionId: deputy.positionId,
      substituteFor: positionId,
      mandate: mandates[0]!.mandateId,
    });
    for (const house of [office.base, tongzhou!])
      await meet(meeting, 'record-attendance', {
        organisationId: house.organisationId,
        positionId: house.positionId,
      });
    expect((await look(meeting)).letters).toMatchObject([
      { agreementId: letters[0], standing: 'ready' },
      { agreementId: letters[1], standing: 'blocked', blockers: [{ code: 'signatory-absent' }] },
      { agreementId: letters[2], standing: 'ready' },
    ]);
  });

  test('a wrong entry is taken back; the meeting is held, and each letter has its own result', async () => {
    await office.goTo('2026-03-06T16:00');
    const { organisationId: partyId } = office.districts[1]!;
    const body = { partyId, means: 'ink', signedOn: '2026-03-06' };
    await office.tell(letters[1], 'record-signature', body);
    const { items } = await office.api.get<{ items: { commandId: string; events: { type: string }[] }[] }>(
      `/api/agreements/${letters[1]}/history?limit=100`,
      office.coordinator,
    );
    const wrong = items.find(({ events }) => events.some(({ type }) => type === 'SignatureRecorded'))!;
    const { commandId } = wrong;
    await office.tell(letters[1], 'retract-entry', { commandId, reason: 'The wrong letter.' });
    expect((await office.letter<Signed>(letters[1])).parties).toMatchObject([{}, { signatures: [] }]);

    await meet(meeting, 'postpone-letter', {
      agreementId: letters[2],
      reason: 'The seal was left at home.',
      toMeeting: next,
    });
    expect((await meet(meeting, 'hold-meeting')).results).toEqual([
      { agreementId: letters[0], status: 'signed' },
      { agreementId: letters[1], status: 'not-signed', code: 'signatory-absent', partyId },
    ]);
    expect(await stages()).toEqual(['joint-research', 'signing', 'signing']);
    const { positionId, deputy } = office.districts[0]!;
    expect((await office.letter<Signed>(letters[0])).parties[1]).toMatchObject({
      signatures: [{ positionId: deputy.positionId, substituteFor: positionId, signedOn: '2026-03-06' }],
    });
  });

  test('the postponed one is signed a week later, where it was placed by itself', async () => {
    await office.goTo('2026-03-13T16:00');
    await eventually(async () => {
      expect((await look(next)).letters).toMatchObject([{ agreementId: letters[2], status: 'placed' }]);
    });
    expect((await meet(next, 'hold-meeting')).results).toEqual([
      { agreementId: letters[2], status: 'signed' },
    ]);
    expect((await office.letter<Signed>(letters[2])).parties).toMatchObject([
      { signatures: [{ signedOn: '2026-03-13' }] },
      { signatures: [{ signedOn: '2026-03-13' }] },
    ]);
  });

  test('paper that comes late counts from its own day, with evidence and not without', async () => {
    await office.goTo('2026-03-20T10:00');
    const at = (partyId: string, evidence?: string) => ({
      partyId,
      means: 'ink',
      signedOn: '2026-03-09',
      ...(evidence === undefined ? {} : { evidence }),
    });
    const [base, district] = [office.base, office.districts[1]!].map(({ organisationId }) => organisationId);
    const refused = await office.api.ask(
      'POST',
      `/api/agreements/${letters[1]}/record-signature`,
      office.coordinator,
      at(base!),
    );
    expect(await refused.json()).toMatchObject({ code: 'late-signature-needs-override' });
    await office.tell(letters[1], 'record-signature', at(base!, 'The page, sent by post.'));
    const asked = {
      ...at(district!),
      override: true,
      reason: 'The page is lost; they confirm it by telephone.',
    };
    const waiting = await office.tell(letters[1], 'record-signature', asked);
    expect(waiting.events).toMatchObject([{ type: 'OverrideRequested' }]);
    expect(await stages()).toEqual(['joint-research', 'signing', 'joint-research']);
  });

  test('what nothing shows counts once a second coordinator says so, who is asked to in their work', async () => {
    const { personId } = await office.api.post<Done>('/api/people', office.coordinator, {
      name: { en: 'Head of the office' },
      language: 'en',
    });
    await office.api.post(
      `/api/organisations/${office.base.organisationId}/fill-position`,
      office.coordinator,
      { title: { en: 'Head of the office' }, roles: ['coordinator'], personId, from: '2026-03-20' },
    );
    second = await office.api.signIn(personId, 'demo');
    const confirmations = async (token: string, list: string) =>
      (
        await office.api.get<{ items: { agreementId: string; command: string; overrideId: string }[] }>(
          `/api/my-work?list=${list}&limit=100`,
          token,
        )
      ).items.filter(({ command }) => command === 'ConfirmOverride');
    const [asked] = await confirmations(second, 'owed');
    expect(asked).toMatchObject({ agreementId: letters[1] });
    expect(await confirmations(office.coordinator, 'owed')).toEqual([]);
    expect(await confirmations(office.coordinator, 'awaited')).toEqual([asked]);
    await office.tell(letters[1], 'confirm-override', { overrideId: asked!.overrideId }, second);
    expect(await stages()).toEqual(['joint-research', 'joint-research', 'joint-research']);
    expect((await office.letter<Signed>(letters[1])).parties[1]).toMatchObject({
      signatures: [{ signedOn: '2026-03-09' }],
    });
    expect(await confirmations(second, 'owed')).toEqual([]);
  });

  test('a day is put right only to one on which the mandate held', async () => {
    const { items } = await office.api.get<{ items: { commandId: string; events: { type: string }[] }[] }>(
      `/api/agreements/${letters[0]}/history?limit=100`,
      office.coordinator,
    );
    const signed = items.find(({ events }) => events.some(({ type }) => type === 'PartySigned'))!;
    const correct = async (value: string): Promise<unknown> => {
      const body = {
        commandId: signed.commandId,
        field: 'signedOn',
        value,
        reason: 'A slip.',
        override: true,
      };
      const path = `/api/agreements/${letters[0]}/correct-entry`;
      return (await office.api.ask('POST', path, office.coordinator, body)).json();
    };
    expect(await correct('2026-03-03')).toMatchObject({ code: 'mandate-expired', field: 'value' });
    expect(await correct('2026-03-05')).toMatchObject({ events: [{ type: 'OverrideRequested' }] });
  });

  test('a day is put right to one on which nobody held the position by two, as it is recorded', async () => {
    const { organisationId, positionId, token } = office.base;
    const session = await office.api.get<{ viewer: { personId: string } }>('/api/session', token);
    const base = (command: string, body: object) =>
      office.api.post(`/api/organisations/${organisationId}/${command}`, office.coordinator, body);
    await base('vacate-position', { positionId, on: '2026-03-16' });
    await base('fill-position', {
      positionId,
      title: { en: 'Head of Orchard Base' },
      roles: ['representative', 'signatory'],
      personId: session.viewer.personId,
      from: '2026-03-18',
    });
    const { items } = await office.api.get<{ items: { commandId: string; events: { type: string }[] }[] }>(
      `/api/agreements/${letters[1]}/history?limit=100`,
      office.coordinator,
    );
    const types = ({ events }: (typeof items)[number]) => events.map(({ type }) => type);
    const recorded = items.find(
      (line) => types(line).includes('SignatureRecorded') && !types(line).includes('OverrideConfirmed'),
    )!;
    const day = {
      commandId: recorded.commandId,
      field: 'signedOn',
      value: '2026-03-17',
      reason: 'The page says so.',
    };
    const path = `/api/agreements/${letters[1]}/correct-entry`;
    const alone = await office.api.ask('POST', path, office.coordinator, day);
    expect([alone.status, await alone.json()]).toMatchObject([
      422,
      { code: 'vacant-signature-needs-override', field: 'value' },
    ]);
    await office.tell(letters[1], 'correct-entry', { ...day, override: true });
    const asked = (await office.letter<Asked>(letters[1])).overrides.at(-1)!;
    expect(asked).toMatchObject({ cause: 'vacant', status: 'requested' });
    await office.tell(letters[1], 'confirm-override', { overrideId: asked.overrideId }, second);
    expect((await office.letter<Signed>(letters[1])).parties[0]).toMatchObject({
      signatures: [{ signedOn: '2026-03-17' }],
    });
  });

  test('the copies are filed and the originals kept: nothing is missing any more', async () => {
    expect((await look(meeting)).letters.map(({ missing }) => missing)).toEqual(
      Array(3).fill(['scan', 'originals']),
    );
    const sent = await fetch(`${office.api.url}/api/files`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${office.coordinator}`,
        'content-type': 'application/octet-stream',
      },
      body: new Uint8Array(PDF),
    });
    const { sha256 } = (await sent.json()) as { sha256: string };
    for (const agreementId of letters) {
      const filed = await office.tell(agreementId, 'file-signed-copy', { sha256, matchesText: true });
      expect(filed.events).toMatchObject([{ type: 'SignedCopyFiled' }, { type: 'DeadlineMet' }]);
      await office.tell(agreementId, 'hold-originals', {
        holderId: office.base.organisationId,
        copies: 2,
        archiveNumber: 'A-1',
      });
    }
    expect((await look(meeting)).letters.map(({ missing }) => missing)).toEqual([[], [], []]);
  });
});
