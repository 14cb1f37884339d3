import type { CoachingCycleItem, CycleCheck } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { dateCodec, optionalChoiceCodec, textCodec, type Codec } from '$lib/data/codec';
import { itemField } from '$lib/data/item-field.svelte';

/**
 * A time of day as people type it: 9:30, 9.30, 930, 9. Kept as `HH:MM`; empty where only the day is
 * booked.
 */
export const timeCodec: Codec<string> = {
  format: (value) => value.replace(/^0/, ''),
  parse(text) {
    const compact = text.trim();
    if (!compact) return { value: '' };
    const found = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(compact);
    const [hours, minutes] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
    if (!found || hours > 23 || minutes > 59) return { problem: 'field-not-a-time' };
    return { value: `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` };
  },
};

/** What the 2nd coach saw, as one text. */
const checksCodec: Codec<CycleCheck[]> = {
  format: (checks) => checks.join(' '),
  parse: (text) => ({ value: text.split(' ').filter(Boolean) as CycleCheck[] }),
};

/** The edit buffers of what stands beside a cycle. Call while a component is being made. */
export function cycleFields(item: () => CoachingCycleItem | null, asOfSeq: () => number) {
  const edit = (id: string, fields: object, basedOn: Record<string, string[]>) =>
    call('coaching_cycle_edit', { id, fields, basedOn });
  const common = { item, edit, asOfSeq };
  const person = (field: 'learnerId' | 'coachId' | 'secondCoachId') =>
    itemField({ ...common, field, codec: optionalChoiceCodec<string | null>(), empty: null });
  const text = (field: 'remarks' | 'coachNote' | 'feedback') =>
    itemField({ ...common, field, codec: textCodec, empty: '' });
  return {
    learnerId: person('learnerId'),
    coachId: person('coachId'),
    secondCoachId: person('secondCoachId'),
    remarks: text('remarks'),
    coachNote: text('coachNote'),
    feedback: text('feedback'),
    checklist: itemField({ ...common, field: 'checklist', codec: checksCodec, empty: [] }),
    nextOn: itemField({ ...common, field: 'nextOn', codec: dateCodec, empty: null }),
    nextTime: itemField({ ...common, field: 'nextTime', codec: timeCodec, empty: '' }),
  };
}

export type CycleFields = ReturnType<typeof cycleFields>;
