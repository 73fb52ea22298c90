import { given, type PastEntry } from '@entente/event-sourcing';

import type { PersonFact } from './events.js';
import { personDecider } from './person.js';
import type { SetReminderPreferences } from './reminder-preferences.js';

const somebody: PastEntry<PersonFact> = {
  facts: [{ type: 'PersonRegistered', data: { name: { en: 'Z' }, language: 'en', zone: 'Europe/Vienna' } }],
};
/** Already Tuesday in Shanghai, still Monday in Vienna. */
const at = { now: '2026-03-09T20:00:00.000Z' };
const set = (fields: Omit<SetReminderPreferences, 'type'>, ...past: readonly PersonFact[]) =>
  given(personDecider, somebody, { facts: past }).when(
    { type: 'SetReminderPreferences', ...fields },
    { zone: 'Asia/Shanghai' },
    at,
  );
const away = { mutedUntil: '2026-03-20', muteReason: 'On leave.' };
const said: PersonFact = { type: 'ReminderPreferencesSet', data: { digest: false, ...away } };

describe('how somebody wants to be reminded', () => {
  it('is what they say of it, and stays', () => {
    const window = { from: '10:00', to: '16:30' };
    const { decision, state } = set({ window, digest: false });
    expect(decision).toEqual([{ type: 'ReminderPreferencesSet', data: { window, digest: false } }]);
    expect(state).toMatchObject({ reminders: { window, digest: false } });
  });

  it('is recorded where it changes', () => {
    expect(set({ digest: false, ...away }, said).summary).toEqual([]);
    expect(set({ digest: null }).summary).toEqual([]);
    expect(set({ digest: false, workingDaysOnly: false }, said).decision).toEqual([
      { type: 'ReminderPreferencesSet', data: { workingDaysOnly: false } },
    ]);
    expect(set({ ...away, muteReason: 'In hospital.' }, said).summary).toEqual(['ReminderPreferencesSet']);
  });

  it('is as the platform has it again with null, the reason gone with its day', () => {
    expect(set({ mutedUntil: null }, said).state).toMatchObject({ reminders: { digest: false } });
    expect(set({ mutedUntil: null }, said).state).not.toHaveProperty('reminders.muteReason');
    expect(set({ mutedUntil: null, digest: null }, said).state).toMatchObject({ reminders: {} });
  });

  it('may be not at all until a day, for a reason, by the calendar on their wall', () => {
    expect(set({ ...away, mutedUntil: '2026-03-09' }).summary).toEqual(['ReminderPreferencesSet']);
    expect(set({ ...away, mutedUntil: '2026-03-08' }).summary).toBe('date-in-past');
    expect(set({ ...away, mutedUntil: '2027-03-11' }).summary).toBe('date-too-far');
    expect(set({ ...away, mutedUntil: 'soon' }).summary).toBe('invalid-date');
    expect(set({ mutedUntil: '2026-03-20' }).decision).toMatchObject({
      refused: { code: 'text-missing', field: 'muteReason' },
    });
  });

  it.each([
    { from: '9:00', to: '17:00' },
    { from: '09:00', to: '24:00' },
    { from: '17:00', to: '09:00' },
    { from: '09:00', to: '09:59' },
  ])('is not within %j', (window) => {
    expect(set({ window }).summary).toBe('invalid-window');
  });

  it('is nobody’s who is not there', () => {
    const command = { type: 'SetReminderPreferences', digest: false } as const;
    expect(given(personDecider).when(command, {}).summary).toBe('unknown-person');
    const erased = { facts: [{ type: 'PersonErased', data: { reason: 'Asked for.' } }] } as const;
    expect(given(personDecider, somebody, erased).when(command, {}).summary).toBe('person-erased');
  });
});
