/** By house: whoever comes to a post comes to where it is. */
export const ZONES = [
  undefined,
  'Asia/Shanghai',
  'Pacific/Auckland',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Europe/Berlin',
  'America/New_York',
];
/** There everybody is reminded of a day before Shanghai is. */
export const EAST = 'Pacific/Auckland';
