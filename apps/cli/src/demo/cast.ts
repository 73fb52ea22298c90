import type { PositionRole } from '@entente/directory';

/** The three letters and the coordinating department are facts of a signing meeting; Chinese names are translations. */
export const COORDINATING_DEPARTMENT = {
  key: 'department',
  name: { en: 'BAST Department for Research and Publicity', zh: '北京市科协调研宣传部' },
};

export interface Organisation {
  readonly key: string;
  readonly name: { readonly en: string; readonly zh: string };
}

export const BASES = {
  agriculture: {
    key: 'agriculture',
    name: { en: 'BAST Modern Agriculture Think Tank Base', zh: '现代农业智库基地' },
  },
  development: {
    key: 'development',
    name: { en: 'BAST S&T Development Think Tank Base', zh: '科技发展智库基地' },
  },
  geoinformation: {
    key: 'geoinformation',
    name: { en: 'BAST Geo-information and Smart City Think Tank Base', zh: '地理信息与智慧城市智库基地' },
  },
} as const satisfies Record<string, Organisation>;

export const DISTRICTS = {
  daxing: {
    key: 'daxing',
    name: { en: 'Daxing District Association for Science and Technology', zh: '大兴区科学技术协会' },
  },
  chaoyang: {
    key: 'chaoyang',
    name: { en: 'Chaoyang District Association for Science and Technology', zh: '朝阳区科学技术协会' },
  },
  tongzhou: {
    key: 'tongzhou',
    name: { en: 'Tongzhou District Association for Science and Technology', zh: '通州区科学技术协会' },
  },
} as const satisfies Record<string, Organisation>;

export const FIELDS = {
  agriculture: { en: 'modern agriculture', zh: '现代农业' },
  development: { en: 'science and technology development', zh: '科技发展' },
  geoinformation: { en: 'geo-information and smart city', zh: '地理信息与智慧城市' },
};

export interface DemoPerson {
  readonly key: string;
  /** Every person of the demo is invented. */
  readonly name: { readonly en: string; readonly zh: string };
  readonly organisation: string;
  readonly position: { readonly en: string; readonly zh: string };
  readonly roles: readonly PositionRole[];
}

const BASE_HEAD = { en: 'Head of the base', zh: '基地负责人' };
const DEPUTY_CHAIR = { en: 'Deputy chair', zh: '副主席' };
const CHAIR = { en: 'Chair', zh: '主席' };
const SIGNS: readonly PositionRole[] = ['representative', 'signatory'];

function person(
  key: string,
  en: string,
  zh: string,
  organisation: string,
  position: DemoPerson['position'],
  roles: readonly PositionRole[],
): DemoPerson {
  return { key, name: { en, zh }, organisation, position, roles };
}

export const PEOPLE = {
  coordinator: person('coordinator', 'Lin Yue', '林悦', 'department', { en: 'Coordinator', zh: '统筹专员' }, [
    'coordinator',
  ]),
  auditor: person('auditor', 'Sun Wei', '孙维', 'department', { en: 'Auditor', zh: '审计员' }, ['auditor']),
  daxing: person('daxing-chair', 'Zhao Ming', '赵明', 'daxing', CHAIR, SIGNS),
  agriculture: person('agriculture-head', 'Chen Jing', '陈静', 'agriculture', BASE_HEAD, SIGNS),
  chaoyang: person('chaoyang-chair', 'Liu Fang', '刘芳', 'chaoyang', CHAIR, SIGNS),
  development: person('development-head', 'Wang Lei', '王磊', 'development', BASE_HEAD, SIGNS),
  tongzhouDeputy: person('tongzhou-deputy', 'He Min', '何敏', 'tongzhou', DEPUTY_CHAIR, ['representative']),
  tongzhou: person('tongzhou-chair', 'Zhou Qiang', '周强', 'tongzhou', CHAIR, SIGNS),
  geoinformation: person('geoinformation-head', 'Xu Ling', '徐凌', 'geoinformation', BASE_HEAD, SIGNS),
} as const;

/** Who may act for whom. */
export const DEPUTY = { from: PEOPLE.tongzhou, to: PEOPLE.tongzhouDeputy };

export type Role = keyof typeof PEOPLE;

/** The four people a visitor may be first; the others sign in just as well. */
export const FIRST_PEOPLE: readonly Role[] = ['coordinator', 'daxing', 'agriculture', 'auditor'];
