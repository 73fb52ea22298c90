import { given } from '@entente/event-sourcing';

import { personDecider, type RegisterPerson } from './person.js';

const register: RegisterPerson = {
  type: 'RegisterPerson',
  name: { zh: '赵明', en: 'Zhao Ming' },
  email: 'zhao@daxing.example',
  zone: 'Asia/Shanghai',
  language: 'zh',
};
const { type: _, ...data } = register;
const registered = { type: 'PersonRegistered', data } as const;

const nobody = given(personDecider);
const somebody = given(personDecider, { facts: [registered] });

describe('registering a person', () => {
  it('records name, address, zone and language', () => {
    const { decision, state } = nobody.when(register, {});
    expect(decision).toEqual([registered]);
    expect(state).toEqual({ status: 'registered', ...data });
  });

  it('takes no more than a name and a language', () => {
    const least = { type: 'RegisterPerson', name: { en: 'Z' }, language: 'en' } as const;
    expect(nobody.when(least, {}).decision).toEqual([
      { type: 'PersonRegistered', data: { name: { en: 'Z' }, language: 'en' } },
    ]);
  });

  it('again is a repeat; as somebody else it is refused', () => {
    expect(somebody.when(register, {}).summary).toEqual([]);
    expect(somebody.when({ ...register, language: 'en' }, {}).summary).toBe('already-registered');
  });

  it.each([
    'zhao',
    'zhao@',
    '@daxing.example',
    'zhao@daxing',
    'zhao ming@daxing.example',
    'a@b.c\nBcc: d@e.f',
    'a,b@c.d',
    `${'x'.repeat(250)}@b.cd`,
  ])('%j is no address', (email) => {
    expect(nobody.when({ ...register, email }, {}).summary).toBe('invalid-email');
  });

  it.each(['zhao.ming+tag@mail.daxing.example', "o'neil@example.org", '赵明@例子.中国'])(
    '%s is an address',
    (email) => {
      expect(nobody.when({ ...register, email }, {}).summary).toEqual(['PersonRegistered']);
    },
  );

  it.each(['Europe/Vienna', 'UTC', 'America/Argentina/Buenos_Aires'])('%s is a zone', (zone) => {
    expect(nobody.when({ ...register, zone }, {}).summary).toEqual(['PersonRegistered']);
  });

  it.each(['Asia/Peking', '+08:00', '', 'here'])('%j is no zone', (zone) => {
    expect(nobody.when({ ...register, zone }, {}).summary).toBe('unknown-zone');
  });

  it('speaks one of our languages and has a name', () => {
    expect(nobody.when({ ...register, language: 'fr' as 'en' }, {}).summary).toBe('unknown-language');
    expect(nobody.when({ ...register, name: {} }, {}).summary).toBe('text-missing');
  });
});

describe('an address that mail came back from', () => {
  const bounce = {
    type: 'RecordAddressBounced',
    messageId: '<1@entente.example>',
    status: '5.1.1',
    sentAt: '2026-03-09T01:00:00.000Z',
  } as const;
  const bounced = {
    type: 'AddressBounced',
    data: { status: '5.1.1', messageId: '<1@entente.example>' },
  } as const;
  const changed = { type: 'ContactsChanged', data: { email: 'ming@daxing.example' } } as const;
  const back = given(personDecider, { facts: [registered] }, { facts: [bounced] });

  it('is on record once, whichever message tells of it', () => {
    expect(somebody.when(bounce, {}).decision).toEqual([bounced]);
    expect(back.when({ ...bounce, messageId: '<2@entente.example>' }, {}).summary).toEqual([]);
  });

  it('is told of nobody without one, who was erased or never was', () => {
    const { email: _email, ...without } = data;
    const silent = given(personDecider, { facts: [{ type: 'PersonRegistered', data: without }] });
    const gone = given(
      personDecider,
      { facts: [registered] },
      { facts: [{ type: 'PersonErased', data: { reason: 'Asked for it.' } }] },
    );
    for (const whom of [silent, gone, nobody]) expect(whom.when(bounce, {}).summary).toEqual([]);
  });

  it('is not the one that was given since the message went out', () => {
    const moved = given(
      personDecider,
      { facts: [registered] },
      { facts: [changed], at: { now: '2026-03-10T01:00:00.000Z' } },
    );
    expect(moved.when(bounce, {}).summary).toEqual([]);
    expect(moved.when({ ...bounce, sentAt: '2026-03-11T01:00:00.000Z' }, {}).summary).toEqual([
      'AddressBounced',
    ]);
  });

  it('is good again with another one, and with the same when somebody says so', () => {
    const another = given(personDecider, { facts: [registered] }, { facts: [bounced] }, { facts: [changed] });
    expect(another.state).not.toHaveProperty('bounced');
    expect(back.when({ type: 'ChangeContacts', email: register.email ?? null }, {}).decision).toEqual([
      { type: 'ContactsChanged', data: { email: register.email } },
    ]);
    expect(back.when({ type: 'ChangeContacts', phone: '+86 10 6555-0123' }, {}).state).toHaveProperty(
      'bounced',
    );
  });

  it('leaves a repeated registration a repeat', () => {
    expect(back.when(register, {}).summary).toEqual([]);
  });
});

describe('contacts', () => {
  const change = { type: 'ChangeContacts', email: 'ming@daxing.example', phone: '+86 10 6555-0123' } as const;

  it('change one by one; null takes one away', () => {
    expect(somebody.when(change, {}).decision).toEqual([
      { type: 'ContactsChanged', data: { email: change.email, phone: change.phone } },
    ]);
    expect(somebody.when({ type: 'ChangeContacts', zone: null, language: 'en' }, {}).state).toEqual({
      ...{ status: 'registered', name: register.name, email: register.email, language: 'en' },
    });
  });

  it('that stand there already are a repeat', () => {
    const { email, zone, language } = register;
    const same = { type: 'ChangeContacts', email: email ?? null, zone: zone ?? null, language } as const;
    expect(somebody.when(same, {}).summary).toEqual([]);
    expect(somebody.when({ type: 'ChangeContacts', phone: null }, {}).summary).toEqual([]);
  });

  it.each([
    [{ email: 'zhao' }, 'invalid-email'],
    [{ phone: 'call me' }, 'invalid-phone'],
    [{ phone: '12' }, 'invalid-phone'],
    [{ zone: '+08:00' }, 'unknown-zone'],
    [{ language: 'fr' as 'en' }, 'unknown-language'],
  ])('%j are refused', (contacts, code) => {
    expect(somebody.when({ type: 'ChangeContacts', ...contacts }, {}).summary).toBe(code);
  });

  it('are nobody’s, and not those of whoever was erased', () => {
    expect(nobody.when(change, {}).summary).toBe('unknown-person');
    const erased = given(personDecider, {
      facts: [registered, { type: 'PersonErased', data: { reason: null } }],
    });
    expect(erased.when(change, {}).summary).toBe('person-erased');
  });
});

describe('the columns of the board', () => {
  const choose = { type: 'ChooseBoardColumns', hidden: ['field', 'deadline'] } as const;

  it('that somebody leaves out are kept, once', () => {
    expect(somebody.when(choose, {}).state).toMatchObject({ hiddenColumns: ['field', 'deadline'] });
    const chosen = given(personDecider, {
      facts: [registered, { type: 'BoardColumnsChosen', data: { hidden: choose.hidden } }],
    });
    expect(chosen.when(choose, {}).summary).toEqual([]);
    expect(chosen.when({ ...choose, hidden: [] }, {}).summary).toEqual(['BoardColumnsChosen']);
    expect(chosen.when(register, {}).summary).toEqual([]);
  });

  it('are words, and not too many', () => {
    expect(somebody.when({ ...choose, hidden: ['no column'] }, {}).summary).toBe('invalid-id');
    const many = Array.from({ length: 21 }, (_, index) => `c${String(index)}`);
    expect(somebody.when({ ...choose, hidden: many }, {}).summary).toBe('limit-reached');
  });
});
