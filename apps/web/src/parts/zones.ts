import type { Language } from '../api/types.js';
import { HOME_ZONE, zoneText } from '../format/days.js';

export interface NamedZone {
  readonly value: string;
  readonly label: string;
  /** By every zone's own name that stands behind it: Shanghai, Urumqi. */
  readonly search: string;
}

const WINTER = Date.UTC(2026, 0, 15);
const SUMMER = Date.UTC(2026, 6, 15);

/**
 * Zones as people call them, from west to east. Of those that are called alike and go alike, one stands for all:
 * `chosen`, ours or the reader's own, where it is among them.
 */
export function namedZones(language: Language, chosen = HOME_ZONE): readonly NamedZone[] {
  const preferred = [chosen, HOME_ZONE, new Intl.DateTimeFormat().resolvedOptions().timeZone];
  const alike = new Map<
    string,
    { readonly zones: string[]; readonly name: string; readonly offset: number }
  >();
  for (const zone of new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])) {
    const [offset, summer] = offsetsOf(zone);
    const name = zoneText(zone, language);
    const key = `${offset} ${summer} ${name}`;
    const known = alike.get(key);
    if (known) known.zones.push(zone);
    else alike.set(key, { zones: [zone], name, offset });
  }
  return [...alike.values()]
    .toSorted((one, other) => one.offset - other.offset || one.name.localeCompare(other.name, language))
    .map(({ zones, name, offset }) => ({
      value: preferred.find((zone) => zones.includes(zone)) ?? zones.find(isInhabited) ?? zones[0] ?? 'UTC',
      label: `${name} (${offsetText(offset)})`,
      search: [name, ...zones].join(' ').replaceAll('_', ' ').toLowerCase(),
    }));
}

const isInhabited = (zone: string): boolean => !/^(?:Antarctica|Arctic|Etc)\//.test(zone);

/** On both days, in minutes before UTC. */
function offsetsOf(zone: string): readonly [winter: number, summer: number] {
  const clock = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const on = (day: number): number => {
    const { value = '' } = clock.formatToParts(day).find(({ type }) => type === 'timeZoneName') ?? {};
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(value) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  };
  return [on(WINTER), on(SUMMER)];
}

function offsetText(minutes: number): string {
  const sign = minutes < 0 ? '−' : '+';
  const hours = Math.trunc(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${sign}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
