import { describe, expect, it } from 'vitest';
import { changed, family, type LiveLine, NOTHING, ofFamilies } from './lines';

function line(id: string, second: number, kind = 'order.placed'): LiveLine {
  const time = new Date(Date.UTC(2026, 10, 25, 9, 0, second)).toISOString();
  return { id, time, topic: 'orders', stream: 'order/1', kind, text: id };
}

function ids(lines: LiveLine[]): string[] {
  return lines.map(({ id }) => id);
}

describe('live lines', () => {
  it('stand newest first, however they came', () => {
    const state = changed(NOTHING, { type: 'came', lines: [line('b', 2), line('c', 3), line('a', 1)] });
    expect(ids(state.shown)).toEqual(['c', 'b', 'a']);
  });

  it('of the same moment stand in the order told', () => {
    const state = changed(NOTHING, { type: 'came', lines: [line('a', 1), line('b', 1), line('c', 1)] });
    expect(ids(state.shown)).toEqual(['c', 'b', 'a']);
  });

  it('are taken once, though a reconnection tells them again', () => {
    const once = changed(NOTHING, { type: 'came', lines: [line('a', 1), line('b', 2)] });
    const again = changed(once, { type: 'came', lines: [line('a', 1), line('b', 2), line('c', 3)] });
    expect(ids(again.shown)).toEqual(['c', 'b', 'a']);
    expect(ids(changed(NOTHING, { type: 'came', lines: [line('a', 1), line('a', 1)] }).shown)).toEqual(['a']);
  });

  it('wait while paused and come in order afterwards', () => {
    const before = changed(NOTHING, { type: 'came', lines: [line('a', 1)] });
    const paused = changed(changed(before, { type: 'pause' }), { type: 'came', lines: [line('b', 2)] });
    expect(ids(paused.shown)).toEqual(['a']);
    expect(ids(paused.waiting)).toEqual(['b']);
    const resumed = changed(paused, { type: 'resume' });
    expect(ids(resumed.shown)).toEqual(['b', 'a']);
    expect(resumed.waiting).toEqual([]);
  });

  it('are bounded', () => {
    const many = Array.from({ length: 2_000 }, (_, i) => line(`l${i}`, i));
    const state = changed(NOTHING, { type: 'came', lines: many });
    expect(state.shown).toHaveLength(500);
    expect(state.shown[0]?.id).toBe('l1999');
  });

  it('are filtered by the family of their kind', () => {
    const lines = [line('a', 1), line('b', 2, 'stock.level'), line('c', 3, 'marketplace-order.received')];
    expect(family('marketplace-order.received')).toBe('marketplace-order');
    expect(ids(ofFamilies(lines, new Set(['stock'])))).toEqual(['b']);
    expect(ofFamilies(lines, new Set())).toHaveLength(3);
  });
});
