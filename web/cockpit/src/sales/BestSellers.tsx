import { usePolled } from '../http/usePolled';
import { count } from '../language/format';
import { useLanguage } from '../language/LanguageProvider';
import type { Articles } from './sales';

const EVERY_MS = 10_000;

/** The articles of which most units were sold today; nothing at all while there are none. */
export function BestSellers() {
  const { texts, language } = useLanguage();
  const path = `/api/admin/analytics/products?limit=5&lang=${language}`;
  const items = usePolled<Articles>(path, EVERY_MS).value?.items ?? [];
  if (items.length === 0) {
    return null;
  }
  return (
    <section className="card" aria-labelledby="best-sellers">
      <h2 id="best-sellers">{texts.topProducts}</h2>
      <table className="articles">
        <thead>
          <tr>
            <th scope="col">{texts.article}</th>
            <th scope="col">{texts.unitsShort}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.sku}>
              <th scope="row">
                {item.title ?? item.sku} {item.title && <small>{item.sku}</small>}
              </th>
              <td>{count(item.units, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
