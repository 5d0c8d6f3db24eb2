/** One thing that happened, as the stream tells it. */
export type LiveLine = {
  id: string;
  time: string;
  topic: string;
  stream: string;
  kind: string;
  text: string;
};

/** What is shown, newest first, and what came while the list stood still. */
export type LiveState = { shown: LiveLine[]; waiting: LiveLine[]; paused: boolean };

export type LiveChange =
  | { type: 'came'; lines: LiveLine[] }
  | { type: 'pause' }
  | { type: 'resume' }
  | { type: 'clear' };

const REMEMBERED = 500;

export const NOTHING: LiveState = { shown: [], waiting: [], paused: false };

/** The stream sends its last lines again after each reconnection, so each line is taken once. */
export function changed(state: LiveState, change: LiveChange): LiveState {
  switch (change.type) {
    case 'came': {
      const known = new Set([...state.shown, ...state.waiting].map((line) => line.id));
      const added = change.lines
        .filter((line) => !known.has(line.id) && known.add(line.id))
        .reverse();
      return state.paused
        ? { ...state, waiting: newestFirst(added, state.waiting) }
        : { ...state, shown: newestFirst(added, state.shown) };
    }
    case 'pause':
      return { ...state, paused: true };
    case 'resume':
      return { shown: newestFirst(state.waiting, state.shown), waiting: [], paused: false };
    case 'clear':
      return { ...NOTHING, paused: state.paused };
  }
}

/** Both parts stand newest first; of the same moment, what was told later stands before. */
function newestFirst(added: LiveLine[], before: LiveLine[]): LiveLine[] {
  return [...added, ...before]
    .sort((a, b) => Date.parse(b.time) - Date.parse(a.time))
    .slice(0, REMEMBERED);
}

/** The family of a kind: `order.placed` → `order`. */
export function family(kind: string): string {
  return kind.split('.', 1)[0] ?? kind;
}

/** Lines of these families; all of them when none is chosen. */
export function ofFamilies(lines: LiveLine[], families: ReadonlySet<string>): LiveLine[] {
  return families.size === 0 ? lines : lines.filter((line) => families.has(family(line.kind)));
}
