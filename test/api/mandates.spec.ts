import { readStream, streamName } from '@entente/event-sourcing';
import { agreementDecider, type AgreementFact } from '@entente/agreement';
import type { OrganisationDetail } from '@entente/application';

import { ApiInMemory } from './support/api-in-memory.js';
import { problemIn } from './support/problem.js';

const today = Temporal.Now.plainDateISO('Asia/Shanghai').toString();

describe('signing in another’s place', () => {
  let api: ApiInMemory;
  let id: string;
  let deputy: string;
  const mandates: string[] = [];
  beforeAll(async () => {
    api = await ApiInMemory.open();
  });
  afterAll(() => api.close());

  const ok = async (url: string, body: object, who: string): Promise<Record<string, unknown>> => {
    const answer = await api.post(url, body, who);
    expect([url, answer.body, answer.statusCode]).toEqual([url, answer.body, 200]);
    return answer.json<Record<string, unknown>>();
  };
  const letter = (command: string, body: object, who: string): Promise<Record<string, unknown>> =>
    ok(`/api/agreements/${id}/${command}`, body, who);
  const district = (command: string, body: object): Promise<Record<string, unknown>> =>
    ok(`/api/organisations/${api.people.district}/${command}`, body, api.people.chair);
  const detail = async (): Promise<OrganisationDetail> =>
    (await api.get(`/api/organisations/${api.people.district}`, api.people.chair)).json();
  const grant = async (from: string): Promise<string> => {
    const { chairPosition } = api.people;
    const scope = { kinds: ['letter-of-intent'] };
    await district('grant-mandate', {
      fromPositionId: chairPosition,
      toPositionId: deputy,
      scope,
      from,
      until: today,
    });
    const { mandateId } = (await detail()).mandates.at(-1)!;
    mandates.push(mandateId);
    return mandateId;
  };
  const sign = () => ({ partyId: api.people.district, positionId: deputy, means: 'ink', signedOn: today });

  it('a letter waits for its signatures, and the chair hands his over under a mandate', async () => {
    const { coordinator, base, baseHead, baseHeadPosition, chair, chairPosition, stranger } = api.people;
    await district('fill-position', { title: { en: 'Deputy' }, roles: [], personId: stranger, from: today });
    deputy = (await detail()).positions.at(-1)!.positionId;
    const parties = [
      { partyId: base, role: 'think-tank-base' },
      { partyId: api.people.district, role: 'district-association' },
    ];
    const proposed = await api.post(
      '/api/agreements',
      { kind: 'letter-of-intent', title: { en: 'Letter' }, parties },
      coordinator,
    );
    id = proposed.json<{ agreementId: string }>().agreementId;
    await letter('name-signatory', { partyId: base, positionId: baseHeadPosition }, baseHead);
    await letter('name-signatory', { partyId: api.people.district, positionId: chairPosition }, chair);
    const { agreement } = (await api.get(`/api/agreements/${id}`, chair)).json<{
      agreement: { textHash: string };
    }>();
    const { textHash } = agreement;
    await letter('approve-text', { partyId: base, textHash }, baseHead);
    await letter('approve-text', { partyId: api.people.district, textHash }, chair);
    await letter('submit-for-signing', {}, coordinator);
    const mandate = await grant('2026-01-01');
    await letter('hand-over-signing', { partyId: api.people.district, positionId: deputy, mandate }, chair);
  });

  it('a mandate that ends between asking and signing signs nothing', async () => {
    await district('revoke-mandate', { mandateId: mandates[0], on: today });
    for (const who of [api.people.stranger, api.people.coordinator]) {
      const answer = await api.post(`/api/agreements/${id}/record-signature`, sign(), who);
      expect([answer.statusCode, problemIn(answer).code]).toEqual([422, 'mandate-expired']);
    }
  });

  it('one that holds on the day does, and stands with who acted under it', async () => {
    const mandate = await grant('2026-02-01');
    const { chair, stranger, district: partyId } = api.people;
    await letter('hand-over-signing', { partyId, positionId: deputy, mandate }, chair);
    await letter('record-signature', sign(), stranger);
    const stream = streamName('main', 'agreement', id);
    const history = await readStream<AgreementFact>(api.engine.facts.store, stream, agreementDecider);
    const signed = history.find(({ event }) => event.type === 'SignatureRecorded')?.event;
    expect(signed).toMatchObject({
      actor: stranger,
      actingAs: deputy,
      mandate,
      data: { positionId: deputy, mandate, substituteFor: api.people.chairPosition },
    });
  });

  it('nobody signs on a day on which nobody held the position, but by two', async () => {
    const { base: partyId, baseHead: personId, baseHeadPosition: positionId, coordinator } = api.people;
    const base = (command: string, body: object) =>
      ok(`/api/organisations/${partyId}/${command}`, body, coordinator);
    const signature = { partyId, means: 'ink', signedOn: today };
    await base('vacate-position', { positionId, on: today });
    const answer = await api.post(`/api/agreements/${id}/record-signature`, signature, coordinator);
    expect([answer.statusCode, problemIn(answer)]).toMatchObject([
      422,
      { code: 'vacant-signature-needs-override', field: 'signedOn' },
    ]);
    const asked = { ...signature, override: true, reason: 'The directory is behind.' };
    const waiting = await letter('record-signature', asked, coordinator);
    expect(waiting).toMatchObject({ events: [{ type: 'OverrideRequested' }] });

    const head = { positionId, title: { en: 'Head' }, roles: ['signatory'], personId, from: today };
    await base('fill-position', head);
    const signed = await letter('record-signature', signature, coordinator);
    const { events } = signed as { events: { type: string }[] };
    expect(events.map(({ type }) => type).slice(0, 2)).toEqual(['SignatureRecorded', 'PartySigned']);
  });
});
