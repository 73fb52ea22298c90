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
