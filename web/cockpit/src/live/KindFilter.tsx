import { useLanguage } from '../language/LanguageProvider';
import type { Texts } from '../language/texts';
import { family, type LiveLine } from './lines';

type Props = {
  lines: LiveLine[];
  chosen: ReadonlySet<string>;
  choose: (families: ReadonlySet<string>) => void;
};

const FAMILIES = [
  'order',
  'reservation',
  'stock',
  'listing',
  'marketplace-order',
  'product',
  'price',
  'promotion',
  'unreadable',
] as const;

/** Buttons that show some kinds of events only; several may be pressed. */
export function KindFilter({ lines, chosen, choose }: Props) {
  const { texts } = useLanguage();
  const present = new Set(lines.map((line) => family(line.kind)));
  const offered = FAMILIES.filter((one) => present.has(one) || chosen.has(one));
  if (offered.length < 2) {
    return null;
  }
  return (
    <div className="filter" role="group" aria-label={texts.filter}>
      <button type="button" aria-pressed={chosen.size === 0} onClick={() => choose(new Set())}>
        {texts.allKinds}
      </button>
      {offered.map((one) => (
        <button
          key={one}
          type="button"
          data-family={one}
          aria-pressed={chosen.has(one)}
          onClick={() => choose(toggled(chosen, one))}
        >
          {nameOf(one, texts)}
        </button>
      ))}
    </div>
  );
}

function toggled(chosen: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(one)) {
    next.add(one);
  }
  return next;
}

function nameOf(one: (typeof FAMILIES)[number], texts: Texts): string {
  return texts[`${one}.*`];
}
