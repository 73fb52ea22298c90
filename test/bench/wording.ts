/** What letters of an office are about, and what its people write into them. */
export const DISTRICTS =
  '东城 西城 朝阳 丰台 石景 海淀 顺义 通州 大兴 房山 门头 昌平 平谷 密云 怀柔 延庆'.split(' ');

export const RARE_MATTER = { zh: '果园桃梨', en: 'Orchards' };
export const MATTERS = [
  { zh: '智慧城市', en: 'Smart city' },
  { zh: '科技发展', en: 'Science and technology development' },
  { zh: '地理信息', en: 'Geo-information' },
  { zh: '现代农业', en: 'Modern agriculture' },
  { zh: '生命健康', en: 'Life and health' },
  { zh: '绿色能源', en: 'Green energy' },
  { zh: '城市安全', en: 'Urban safety' },
  { zh: '文化遗产', en: 'Cultural heritage' },
  { zh: '水资源', en: 'Water resources' },
];

export const CLAUSES = [
  {
    zh: '双方每季度会商一次，轮流主持，并形成会议纪要。',
    en: 'The parties meet once a quarter, by turns at each other’s seat, and keep minutes.',
  },
  {
    zh: '所需经费由双方分别承担，另有约定的从其约定。',
    en: 'Each party bears its own costs, unless otherwise agreed.',
  },
  {
    zh: '合作中形成的数据归双方共有，未经对方同意不得公开。',
    en: 'Data gathered together belong to both, and are published with the consent of both.',
  },
  {
    zh: '调研报告由双方共同署名，署名次序另行商定。',
    en: 'Reports of surveys carry the names of both parties, in an order to be agreed.',
  },
  { zh: '区内街道、乡镇应当为实地考察提供便利。', en: 'Sub-districts and towns assist visits to the sites.' },
  {
    zh: '基地每年选派专家不少于五人次到区内开展咨询服务。',
    en: 'The base sends experts to the district for at least five consultations a year.',
  },
  {
    zh: '涉及国家秘密和商业秘密的资料，按照有关规定管理。',
    en: 'State and trade secrets are handled by the rules that apply to them.',
  },
  {
    zh: '青年科技人才可以在对方单位挂职锻炼，期限不超过一年。',
    en: 'Young researchers may be seconded to the other party for up to a year.',
  },
  {
    zh: '因不可抗力不能履行的，应当及时通知对方并说明理由。',
    en: 'A party prevented by force majeure informs the other without delay, with its reasons.',
  },
  {
    zh: '知识产权的归属和收益分配，由双方就具体项目另行签订合同。',
    en: 'Ownership of intellectual property and its proceeds are settled by contract for each project.',
  },
  {
    zh: '双方联合举办科普讲座、展览和竞赛，服务公众科学素质提升。',
    en: 'The parties hold lectures, exhibitions and contests on science for the public.',
  },
  {
    zh: '专报由基地起草，经区科协审核后报送主管部门。',
    en: 'Urgent reports are drafted by the base and submitted once the district’s association has reviewed them.',
  },
  {
    zh: '任何一方可以提前三十日书面通知对方终止合作。',
    en: 'Either party may end the cooperation by thirty days’ notice in writing.',
  },
  {
    zh: '未尽事宜，由双方协商解决，并可签订补充协议。',
    en: 'What is not settled here is settled between the parties, by a supplement where needed.',
  },
];
